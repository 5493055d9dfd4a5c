package dev.squall.stats;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a results file holds: the numbers of a run, and the goals that it was held against.
 *
 * @param results the numbers
 * @param judgements the goals with their judgements; none where nobody had any
 */
public record SavedResults(Results results, Judgements judgements) {

  /**
   * From a file.
   *
   * @throws ProblemException when it cannot be read or is no results file
   */
  public static SavedResults load(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ProblemException(
          List.of(new Problem(Position.in(file.toString()), reason(e), "name a results.json")));
    }
    return ResultsReader.read(file.toString(), text);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "no right to read it";
      case CharacterCodingException _ -> "it is no text in UTF-8";
      default -> "it cannot be read: " + e.getMessage();
    };
  }

  /**
   * From the text of a file.
   *
   * @throws ProblemException when it is no results file
   */
  public static SavedResults parse(String text) {
    return ResultsReader.read("results", text);
  }

  /** The text of a file: read and written again it is the same. */
  public String toJson() {
    return ResultsWriter.toJson(results, judgements);
  }
}
