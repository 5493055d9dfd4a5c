package dev.squall.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request carries. */
public sealed interface Body {

  /** Nothing. */
  record None() implements Body {}

  /** Text as it stands; variables go in raw. */
  record Text(Template text) implements Body {}

  /** JSON; a variable inside a JSON string is escaped, elsewhere it goes in raw. */
  record Json(Template text) implements Body {}

  /** {@code application/x-www-form-urlencoded} fields, encoded once. */
  record Form(List<Field> fields) implements Body {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** A name and a value: a field of a form, a part of a query. */
  record Field(String name, Template value) {}

  /**
   * A file as it is.
   *
   * @param path where it lies when the plan is compiled
   * @param type its content type; without one, guessed from its ending
   */
  record FromFile(String path, Optional<String> type) implements Body {}

  /** Bytes as they are; equal where their bytes are. */
  final class Binary implements Body {
    private final byte[] bytes;

    /** A copy of these. */
    public Binary(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy of them. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return bytes.length + (bytes.length == 1 ? " byte" : " bytes");
    }
  }

  /** {@code multipart/form-data} (RFC 7578). */
  record Multipart(List<Part> parts) implements Body {
    public Multipart {
      parts = List.copyOf(parts);
    }
  }

  /** A part of a multipart body. */
  sealed interface Part {}

  /** A text; variables go in raw. */
  record TextPart(String name, Template value) implements Part {}

  /**
   * A file, sent under its own name without its folders.
   *
   * @param path where it lies when the plan is compiled
   * @param type its content type; without one, guessed from its ending
   */
  record FilePart(String name, String path, Optional<String> type) implements Part {}
}
