package dev.squall.shell.maven;

import dev.squall.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Coordinates of Maven to jars, with all that these need to run. */
public final class MavenJars {
  private MavenJars() {}

  /**
   * Finds jars, first in the local repository and then where the user's settings say.
   *
   * <p>The words are coordinates ({@code group:artifact:version}, {@code
   * group:artifact:type:classifier:version}; a version may be a range, {@code RELEASE} or a
   * SNAPSHOT), {@code exclude=group:artifact} where each may be {@code *}, {@code repository=URL},
   * and as with Maven {@code -o} for offline and {@code -U} to ask again for SNAPSHOTs.
   *
   * @param words as a person wrote them, at least one of them coordinates
   * @param present the class path so far; a jar of the same group and artifact is not taken again
   * @param places where Maven is at home
   * @param told gets a line for every jar that is fetched, from other threads
   * @throws ProblemException where a word is wrong, something is not found, a repository does not
   *     answer or the settings cannot be read: with the coordinates, the repositories that were
   *     asked, and a hint
   * @throws CancellationException where the calling thread is interrupted, which stays interrupted;
   *     what has been fetched until then stays in the local repository
   */
  public static Resolved of(
      List<String> words, List<Path> present, MavenPlaces places, Consumer<String> told) {
    var wanted = Wanted.of(words);
    var listening = new Listening(told);
    var task =
        new FutureTask<>(
            () -> new Resolution(wanted, PresentJars.of(present), places, listening).resolved());
    // Reading from a socket does not end by an interrupt, so that somebody else has to read.
    var worker = Thread.ofPlatform().daemon().name("squall-maven").start(task);
    try {
      return task.get();
    } catch (InterruptedException _) {
      listening.stop();
      worker.interrupt();
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped; what was fetched is in the local repository");
    } catch (ExecutionException e) {
      throw switch (Objects.requireNonNullElse(e.getCause(), e)) {
        case ProblemException problems -> problems;
        case Error error -> throw error;
        case Throwable other -> new IllegalStateException("Maven's resolver failed", other);
      };
    }
  }
}
