package dev.squall.shell.maven;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Hears what the resolver does, on its threads, and stops it between two pieces of a file. */
final class Listening {
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final Consumer<String> told;
  private volatile boolean stopped;

  /** A line for every jar that was fetched goes to {@code told}, from any thread. */
  Listening(Consumer<String> told) {
    this.told = told;
  }

  void stop() {
    stopped = true;
  }

  /** What a person should know, without repetition. */
  List<String> notes() {
    return notes.stream().distinct().toList();
  }

  AbstractTransferListener transfers() {
    return new AbstractTransferListener() {
      @Override
      public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        goOn();
      }

      @Override
      public void transferStarted(TransferEvent event) throws TransferCancelledException {
        goOn();
      }

      @Override
      public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        goOn();
      }

      @Override
      public void transferCorrupted(TransferEvent event) {
        // It is also called where a repository tells no checksum.
        if (!(event.getException() instanceof ChecksumFailureException wrong)
            || wrong.getExpected() == null
            || wrong.getExpected().isEmpty()) {
          return;
        }
        var file = event.getResource().getResourceName();
        notes.add(
            "%s of %s does not have the checksum that is told for it"
                .formatted(
                    file.substring(file.lastIndexOf('/') + 1),
                    event.getResource().getRepositoryId()));
      }

      @Override
      public void transferSucceeded(TransferEvent event) {
        var file = event.getResource().getResourceName();
        if (!stopped && file.endsWith(".jar")) {
          told.accept(
              "%s from %s, %s"
                  .formatted(
                      file.substring(file.lastIndexOf('/') + 1),
                      event.getResource().getRepositoryId(),
                      size(event.getTransferredBytes())));
        }
      }
    };
  }

  AbstractRepositoryListener artifacts() {
    return new AbstractRepositoryListener() {
      @Override
      public void artifactDescriptorMissing(RepositoryEvent event) {
        notes.add("no POM of " + event.getArtifact() + ": what it depends on is not known");
      }

      @Override
      public void artifactDescriptorInvalid(RepositoryEvent event) {
        notes.add(
            "the POM of "
                + event.getArtifact()
                + " is not valid: what it depends on was not taken");
      }
    };
  }

  private void goOn() throws TransferCancelledException {
    if (stopped) {
      throw new TransferCancelledException("stopped");
    }
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1000) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
