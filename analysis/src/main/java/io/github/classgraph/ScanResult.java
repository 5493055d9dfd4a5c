package io.github.classgraph;

import java.util.List;

/** The readers and writers of tablesaw-core. */
public final class ScanResult implements AutoCloseable {
  private static final ClassInfoList READERS =
      new ClassInfoList(
          List.of("tech.tablesaw.io.csv.CsvReader", "tech.tablesaw.io.fixed.FixedWidthReader"));
  private static final ClassInfoList WRITERS =
      new ClassInfoList(
          List.of("tech.tablesaw.io.csv.CsvWriter", "tech.tablesaw.io.fixed.FixedWidthWriter"));

  ScanResult() {}

  /**
   * Who implements an interface.
   *
   * @throws IllegalArgumentException when it is neither Tablesaw's DataReader nor its DataWriter
   */
  public ClassInfoList getClassesImplementing(String type) {
    return switch (type) {
      case "tech.tablesaw.io.DataReader" -> READERS;
      case "tech.tablesaw.io.DataWriter" -> WRITERS;
      default -> throw new IllegalArgumentException("only Tablesaw's readers and writers: " + type);
    };
  }

  @Override
  public void close() {}
}
