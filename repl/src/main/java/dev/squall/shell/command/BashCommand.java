package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code %%bash}: only where whoever started Squall allowed it, and not by what a file says. */
final class BashCommand {
  private static final String ALLOWS = "SQUALL_ALLOW_BASH";

  private BashCommand() {}

  static List<Command> all() {
    return List.of(
        new Command(
            "bash",
            Group.SESSION,
            "%%bash",
            "Performs the lines below with bash, where " + ALLOWS + "=1 allows it.",
            "It is set where Squall or Jupyter is started. In the folder of the session.",
            List.of("%%bash\nls"),
            "",
            BashCommand::perform,
            Completer.NONE));
  }

  private static @Nullable Object perform(Session session, Arguments arguments) throws Exception {
    if (!session.places().environment().apply(ALLOWS).filter("1"::equals).isPresent()) {
      throw arguments.wrong(
          0,
          "bash is not allowed here",
          "export " + ALLOWS + "=1 where Squall or Jupyter is started");
    }
    arguments.most(0, "the lines for bash stand below");
    var bash =
        new ProcessBuilder("bash", "-c", arguments.body())
            .directory(session.places().work().toFile())
            .start();
    try {
      bash.getOutputStream().close();
      var front = session.front();
      var out = copies(bash.getInputStream(), front.out());
      var err = copies(bash.getErrorStream(), front.err());
      int code = bash.waitFor();
      out.join();
      err.join();
      if (code != 0) {
        throw arguments.wrong(0, "bash ended with " + code, "");
      }
      return null;
    } finally {
      bash.descendants().forEach(ProcessHandle::destroy);
      bash.destroy();
    }
  }

  private static Thread copies(InputStream from, OutputStream to) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            from.transferTo(to);
            to.flush();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
