package dev.squall;

import dev.squall.httpx.CurlCommand;
import dev.squall.httpx.CurlSettings;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Tls;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Request;
import java.nio.file.Path;

/** What is made of a {@code curl} command. */
final class CurlWords {
  private static final System.Logger LOG = System.getLogger("dev.squall.curl");

  private CurlWords() {}

  /** Nothing of the command is left out without a word in the log. */
  static Request request(String text) {
    var command = read(text);
    for (var warning : command.warnings()) {
      LOG.log(System.Logger.Level.WARNING, warning.toString());
    }
    if (!command.settings().words().isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "curl: what it says of connections is for a whole run: add curlOptions of the same text, "
              + "or "
              + command.settings());
    }
    return command.request();
  }

  static Option options(String text) {
    var settings = read(text).settings();
    return options -> apply(settings, options);
  }

  private static CurlCommand read(String text) {
    var command = CurlCommand.of(text);
    if (!command.problems().isEmpty()) {
      throw new ProblemException(command.problems());
    }
    return command;
  }

  static Options apply(CurlSettings settings, Options options) {
    return options
        .tls(tls -> tls(settings, tls))
        .limits(limits -> settings.connectTimeout().map(limits::withConnectTimeout).orElse(limits))
        .routes(routes -> {
          var changed = settings.proxy().map(routes::withProxy).orElse(routes);
          for (var host : settings.resolved()) {
            changed = changed.withResolved(host.host(), host.addresses());
          }
          return changed;
        });
  }

  private static Tls tls(CurlSettings settings, Tls tls) {
    var trusting = settings.insecure() ? tls.insecure() : tls;
    var bound =
        settings.authorities().map(Path::of).map(trusting::withAuthorities).orElse(trusting);
    return settings
        .certificate()
        .map(file ->
            bound.withIdentity(
                new Tls.Identity(Path.of(file), settings.key().map(Path::of), settings.password())))
        .orElse(bound);
  }
}
