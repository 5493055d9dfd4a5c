package dev.squall.shop.json;

/** The shop says no: becomes an answer with this status and a body {error, detail}. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  public Refusal(int status, String detail) {
    // No stack trace: a refusal is an ordinary answer, and load tests provoke thousands a second.
    super(detail, null, false, false);
    this.status = status;
  }

  public static Refusal badRequest(String detail) {
    return new Refusal(400, detail);
  }

  public static Refusal notFound(String detail) {
    return new Refusal(404, detail);
  }

  public int status() {
    return status;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
