package dev.squall.data;

import java.io.IOException;

/** Reads a file's rows from first to last. */
interface RowParser {
  /**
   * The next one.
   *
   * @throws java.nio.charset.CharacterCodingException where the file is not UTF-8
   */
  Parsed next() throws IOException;
}
