package dev.squall.shop;

/** A method and a path template such as {@code /products/{id}}, what it does, and what it saw. */
record Route(String method, String template, Endpoint endpoint, Tally tally) {

  Route(String method, String template, Endpoint endpoint) {
    this(method, template, endpoint, new Tally());
  }

  /** Its name in the truth: never the raw path, whose variety has no end. */
  String name() {
    return template.equals(Routes.UNMATCHED) ? Routes.UNMATCHED : method + " " + template;
  }
}
