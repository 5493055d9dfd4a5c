package dev.squall.plan;

import java.util.List;

/** A piece of a compiled template: bytes that are ready, or a hole that a user fills. */
public sealed interface Segment {

  /** Ready bytes; never changed after compiling. */
  final class Literal implements Segment {
    private final byte[] bytes;

    Literal(byte[] bytes) {
      this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /** An extracted variable, by its place in a user's values. */
  record Variable(int slot, String name, Escape escape) implements Segment {}

  /**
   * A built-in.
   *
   * @param place tells this evaluation from every other of the same iteration's step, for draws
   */
  record BuiltIn(BuiltInVariable variable, int place, Escape escape) implements Segment {}

  /**
   * A number drawn evenly, both ends included.
   *
   * @param least in units of the last decimal
   * @param most in units of the last decimal
   */
  record Random(long least, long most, int decimals, int place, Escape escape) implements Segment {}

  /** One of some values, drawn evenly. */
  record Pick(List<String> values, int place, Escape escape) implements Segment {}

  /** What the environment said when the plan was made. */
  record Environment(String name, String value, Escape escape) implements Segment {}

  /** A variable whose value was given, made anew each time it is used. */
  record Given(String name, Segments value, Escape escape) implements Segment {}

  /** The length of the body in decimal digits. */
  record BodyLength() implements Segment {}

  /** A question mark where the request line has none so far, else an ampersand. */
  record QueryStart() implements Segment {}

  /** The base64 of {@code user:password} (RFC 7617). */
  record Basic(Segments user, Segments password) implements Segment {}

  /**
   * The line of the Cookie header, with its end; nothing where there are no cookies.
   *
   * @param explicit what the request itself says, without those of the user's jar
   */
  record Cookies(Segments explicit) implements Segment {}

  /** What a value must become where it is put. */
  enum Escape {
    /** As it is: a text or JSON body outside quotes, an expected value. */
    NONE,
    /** As it is, refused if it would break out of the request line. */
    TARGET,
    /** As it is, refused if it would break out of the header. */
    HEADER,
    /** Inside a JSON string. */
    JSON_STRING,
    /** In a query: RFC 3986 percent-encoding. */
    QUERY,
    /** In a form: as a query, with a plus for a space. */
    FORM
  }
}
