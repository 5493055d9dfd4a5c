package dev.squall.shop.web;

import dev.squall.shop.behaviour.RouteConduct;
import dev.squall.shop.truth.Tally;

/**
 * One route.
 *
 * @param method such as {@code GET}
 * @param template of the path, such as {@code /products/{id}}
 * @param endpoint what it does
 * @param tally what it saw
 * @param conduct what goes wrong on purpose
 */
public record Route(
    String method, String template, Endpoint endpoint, Tally tally, RouteConduct conduct) {

  /** Its name in the truth: never the raw path, whose variety has no end. */
  public String name() {
    return nameOf(method, template);
  }

  static String nameOf(String method, String template) {
    return template.equals(Routes.UNMATCHED) ? Routes.UNMATCHED : method + " " + template;
  }
}
