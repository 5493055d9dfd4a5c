package dev.squall.repl;

import dev.squall.shell.Shell;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.Places;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** A session that is made in the background while the prompt shows. */
public final class Opening {
  private final CompletableFuture<Shell> shell = new CompletableFuture<>();
  private final CompletableFuture<Front> front = new CompletableFuture<>();

  private Opening() {}

  /** Begins. */
  public static Opening of(Places places) {
    return of(front -> Shell.open(places, front));
  }

  /** The same, of a session that is made in some way, told where to find who is told. */
  // What it throws is for the first who asks for the session.
  @SuppressWarnings("IllegalCatch")
  static Opening of(Function<Supplier<Front>, Shell> made) {
    var opening = new Opening();
    Thread.ofPlatform()
        .daemon()
        .name("squall-opening")
        .start(() -> {
          try {
            opening.shell.complete(made.apply(opening.front::join));
          } catch (Throwable e) {
            opening.shell.completeExceptionally(e);
          }
        });
    return opening;
  }

  /** Whoever is told what goes wrong in the person's own start-up file: it is waited for. */
  void isSeenBy(Front other) {
    front.complete(other);
  }

  /**
   * The session, once it is there.
   *
   * @throws CompletionException when it cannot be made
   */
  Shell shell() {
    return shell.join();
  }

  /** The session, once it is there; empty when it cannot be made. */
  Optional<Shell> awaited() {
    return shell.handle((made, _) -> Optional.ofNullable(made)).join();
  }

  /** The session, if it is there already. */
  Optional<Shell> ready() {
    return shell.isDone() && !shell.isCompletedExceptionally()
        ? Optional.of(shell.join())
        : Optional.empty();
  }
}
