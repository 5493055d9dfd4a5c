package dev.squall.shop;

/** The shop says no to a request: becomes an answer with a status and a body {error, detail}. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  Refusal(int status, String detail) {
    // No stack trace: a refusal is an ordinary answer, and load tests provoke thousands a second.
    super(detail, null, false, false);
    this.status = status;
  }

  static Refusal badRequest(String detail) {
    return new Refusal(400, detail);
  }

  static Refusal notFound(String detail) {
    return new Refusal(404, detail);
  }

  Answer answer() {
    return Answer.error(status, String.valueOf(getMessage()));
  }
}
