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

  /**
   * {@code application/x-www-form-urlencoded} text as it stands; variables are encoded.
   *
   * @param text fields that are joined and encoded already
   */
  record WrittenForm(Template text) implements Body {}

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

  /**
   * A text; variables go in raw.
   *
   * @param type its content type; without one it is text in UTF-8
   */
  record TextPart(String name, Template value, Optional<String> type) implements Part {
    /** One without a content type. */
    public TextPart(String name, Template value) {
      this(name, value, Optional.empty());
    }
  }

  /**
   * A file.
   *
   * @param path where it lies when the plan is compiled
   * @param type its content type; without one, guessed from its ending
   * @param sentAs what it is called to the server; else its own name without its folders
   */
  record FilePart(String name, String path, Optional<String> type, Optional<String> sentAs)
      implements Part {
    /** One that is sent under its own name. */
    public FilePart(String name, String path, Optional<String> type) {
      this(name, path, type, Optional.empty());
    }
  }

  /**
   * A text that lies in a file: sent as a text is, without the file's name.
   *
   * @param path where it lies when the plan is compiled
   * @param type its content type; without one it is text in UTF-8
   */
  record TextFilePart(String name, String path, Optional<String> type) implements Part {}
}
