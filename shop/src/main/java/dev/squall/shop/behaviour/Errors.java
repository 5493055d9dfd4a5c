package dev.squall.shop.behaviour;

/**
 * Requests that are answered with an error instead of being worked on.
 *
 * @param share of the requests, drawn from the shop's seed
 * @param status of the answer, 400 to 599
 */
public record Errors(Share share, int status) {

  /** None on purpose. */
  public static final Errors NONE = new Errors(Share.NONE, 500);

  /**
   * @throws IllegalArgumentException when the status is no error
   */
  public Errors {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("an error's status is between 400 and 599, not " + status);
    }
  }

  /**
   * Reads {@code 2%} (status 500) or {@code 2%:503}.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Errors parse(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      return new Errors(Share.parse(text), NONE.status());
    }
    var status = text.substring(colon + 1).strip();
    if (!status.matches("\\d{3}")) {
      throw new IllegalArgumentException(
          "'%s' is no status: errors are written 2%% or 2%%:503".formatted(status));
    }
    return new Errors(Share.parse(text.substring(0, colon)), Integer.parseInt(status));
  }

  /** The text that {@link #parse} reads back. */
  public String text() {
    return status == NONE.status() ? share.text() : share.text() + ":" + status;
  }
}
