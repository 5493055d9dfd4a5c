package dev.squall.shell.maven;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.secret.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the words of a person ask for.
 *
 * @param coordinates at least one
 * @param exclusions {@code group:artifact} of what is not taken, each may be {@code *}
 * @param repositories addresses beside those of the settings
 * @param offline nothing is asked of anybody
 * @param update SNAPSHOTs and lists of versions are asked for again
 */
record Wanted(
    List<Coordinates> coordinates,
    List<String> exclusions,
    List<URI> repositories,
    boolean offline,
    boolean update) {

  /**
   * Reads the words: coordinates, {@code exclude=g:a}, {@code repository=URL}, and Maven's {@code
   * -o} and {@code -U}.
   *
   * @throws ProblemException with all that is wrong
   */
  static Wanted of(List<String> words) {
    var coordinates = new ArrayList<Coordinates>();
    var exclusions = new ArrayList<String>();
    var repositories = new ArrayList<URI>();
    var problems = new ArrayList<Problem>();
    for (var word : words) {
      try {
        if (word.startsWith("exclude=")) {
          exclusions.add(exclusion(word));
        } else if (word.startsWith("repository=")) {
          repositories.add(repository(word));
        } else if (!word.equals("-o") && !word.equals("-U")) {
          coordinates.add(Coordinates.of(word));
        }
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    if (coordinates.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              Position.in("%maven"), "which jar?", "%maven com.google.guava:guava:33.0.0-jre"));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new Wanted(
        coordinates, exclusions, repositories, words.contains("-o"), words.contains("-U"));
  }

  private static String exclusion(String word) {
    var name = word.substring(word.indexOf('=') + 1);
    if (!name.matches("[\\w.*-]+:[\\w.*-]+")) {
      throw wrong(word, "what to leave out is told as group:artifact", "exclude=commons-logging:*");
    }
    return name;
  }

  private static URI repository(String word) {
    try {
      var address = new URI(word.substring(word.indexOf('=') + 1));
      if (address.isAbsolute()) {
        return address;
      }
    } catch (URISyntaxException _) {
      // Said below, as for an address without its beginning.
    }
    throw wrong(word, "not the address of a repository", "repository=https://host/path");
  }

  private static ProblemException wrong(String word, String what, String hint) {
    var shown = Secrets.target(Coordinates.visible(word));
    return new ProblemException(
        List.of(new Problem(Position.at("%maven", shown, shown.indexOf('=') + 1), what, hint)));
  }
}
