package dev.squall.http;

/** What can be wrong with the bytes of an answer. */
enum Fault {
  NOT_HTTP(FailureKind.MALFORMED_STATUS_LINE, "the answer does not begin with HTTP/1."),
  STATUS_LINE(FailureKind.MALFORMED_STATUS_LINE, "not a status line"),
  BARE_CONTROL(FailureKind.MALFORMED_HEADER, "a bare CR or a NUL in a header line"),
  NO_NAME(FailureKind.MALFORMED_HEADER, "a header line without a proper name and a colon"),
  LENGTH_NOT_A_NUMBER(FailureKind.MALFORMED_HEADER, "Content-Length is not a number"),
  CHUNKED_TWICE(FailureKind.MALFORMED_HEADER, "Transfer-Encoding says chunked twice"),
  TWO_LENGTHS(FailureKind.CONFLICTING_LENGTH, "two different values of Content-Length"),
  LONG_HEADER(FailureKind.HEADER_TOO_LARGE, "the header block is longer than we take"),
  LONG_EXTENSION(FailureKind.HEADER_TOO_LARGE, "a chunk extension is longer than we take"),
  CHUNK_SIZE(FailureKind.MALFORMED_CHUNK, "a chunk size is expected here"),
  CHUNK_SIZE_END(FailureKind.MALFORMED_CHUNK, "only CR LF or an extension may follow a chunk size"),
  CHUNK_TOO_LONG(FailureKind.MALFORMED_CHUNK, "a chunk size of more than 15 digits"),
  CHUNK_END(FailureKind.MALFORMED_CHUNK, "a chunk must end with CR LF"),
  CUT_OFF(FailureKind.TRUNCATED, "the connection ended in the middle of the answer");

  private final FailureKind kind;
  private final String reason;

  Fault(FailureKind kind, String reason) {
    this.kind = kind;
    this.reason = reason;
  }

  FailureKind kind() {
    return kind;
  }

  String reason() {
    return reason;
  }
}
