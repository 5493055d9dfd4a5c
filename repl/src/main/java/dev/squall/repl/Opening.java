package dev.squall.repl;

import dev.squall.shell.Shell;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.Places;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A session that is made in the background while the prompt shows. */
public final class Opening {
  private final CompletableFuture<Shell> shell = new CompletableFuture<>();
  private final CompletableFuture<Front> front = new CompletableFuture<>();

  private Opening() {}

  /** Begins. */
  // What it throws is for the first who asks for the session.
  @SuppressWarnings("IllegalCatch")
  public static Opening of(Places places) {
    var opening = new Opening();
    Thread.ofPlatform()
        .daemon()
        .name("squall-opening")
        .start(() -> {
          try {
            opening.shell.complete(Shell.open(places, opening.front::join));
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

  /** The session, once it is there. */
  Shell shell() {
    return shell.join();
  }

  /** The session, if it is there already. */
  Optional<Shell> ready() {
    return shell.isDone() && !shell.isCompletedExceptionally()
        ? Optional.of(shell.join())
        : Optional.empty();
  }
}
