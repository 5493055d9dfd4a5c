package dev.squall.cli;

import static dev.squall.Squall.connectTimeout;
import static dev.squall.Squall.freshConnections;
import static dev.squall.Squall.freshCookies;
import static dev.squall.Squall.idleConnectionTimeout;
import static dev.squall.Squall.idleTimeout;
import static dev.squall.Squall.insecure;
import static dev.squall.Squall.keptConnections;
import static dev.squall.Squall.maxIdleConnections;
import static dev.squall.Squall.proxy;
import static dev.squall.Squall.resolve;
import static dev.squall.Squall.seed;
import static dev.squall.Squall.sharedCookies;
import static dev.squall.Squall.tcpKeepAlive;
import static dev.squall.Squall.thinkScale;
import static dev.squall.Squall.timeout;
import static dev.squall.Squall.trust;
import static dev.squall.Squall.userCookies;

import dev.squall.plan.Connections.Reuse;
import dev.squall.plan.Options.Cookies;
import dev.squall.plan.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * How users behave and requests are exchanged, in the words of the command line; they count before
 * a file's.
 */
final class ExchangeOptions {
  private static final Pattern RESOLVED = Pattern.compile("([^:\\s]+):(?:\\d+|\\*):(\\S+)");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N", description = "Same seed, same draws.")
  private @Nullable Long seed;

  @Option(
      names = "--think-scale",
      paramLabel = "N",
      description = "Pauses N times as long: 0.1, or 0 for none.")
  private @Nullable Double thinkScale;

  @Option(
      names = "--cookies",
      paramLabel = "WHOSE",
      completionCandidates = CookieWords.class,
      description = "Of an iteration, a user or all: fresh, user, shared.")
  private @Nullable Cookies cookies;

  @Option(
      names = "--connections",
      paramLabel = "HOW",
      completionCandidates = ConnectionWords.class,
      description = "Kept from request to request, or not: kept, fresh.")
  private @Nullable Reuse connections;

  @Option(names = "--max-idle", paramLabel = "N", description = "Idle connections kept by a user.")
  private @Nullable Integer maxIdle;

  @Option(
      names = "--idle-connection-timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How long an idle connection is kept.")
  private @Nullable Duration idleConnectionTimeout;

  @Option(
      names = "--keep-alive",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Silence after which TCP probes a connection.")
  private @Nullable Duration keepAlive;

  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "What a whole request may take.")
  private @Nullable Duration timeout;

  @Option(
      names = "--connect-timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "What connecting may take.")
  private @Nullable Duration connectTimeout;

  @Option(
      names = "--idle-timeout",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "The longest silence within an answer.")
  private @Nullable Duration idleTimeout;

  @Option(names = "--insecure", description = "Believe whoever answers on https.")
  private boolean insecure;

  @Option(
      names = "--cacert",
      paramLabel = "FILE.pem",
      description = "The only authorities that are trusted.")
  private @Nullable String authorities;

  @Option(
      names = "--cert",
      paramLabel = "FILE[:PASSWORD]",
      description = "A client's certificate, PEM or PKCS #12.")
  private @Nullable String certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE.pem",
      description = "Its private key, if the other file has none.")
  private @Nullable String key;

  @Option(names = "--proxy", paramLabel = "URL", description = "An HTTP proxy.")
  private @Nullable String proxy;

  @Option(
      names = "--resolve",
      paramLabel = "HOST:PORT:ADDRESS",
      description = "An address instead of the one DNS knows.")
  private List<String> resolved = List.of();

  /** As they are written. */
  static final class CookieWords extends Words {
    CookieWords() {
      super(Cookies.values());
    }
  }

  /** As they are written. */
  static final class ConnectionWords extends Words {
    ConnectionWords() {
      super(Reuse.values());
    }
  }

  abstract static class Words implements Iterable<String> {
    private final List<String> words;

    Words(Enum<?>[] constants) {
      words = Stream.of(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public Iterator<String> iterator() {
      return words.iterator();
    }
  }

  ExchangeOptions() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  List<dev.squall.plan.Option> options() {
    var options = new ArrayList<dev.squall.plan.Option>();
    add(options, seed, value -> seed(value));
    add(options, thinkScale, times -> thinkScale(times));
    add(options, cookies, ExchangeOptions::option);
    add(options, connections, ExchangeOptions::option);
    add(options, maxIdle, most -> maxIdleConnections(most));
    add(options, idleConnectionTimeout, limit -> idleConnectionTimeout(limit));
    add(options, keepAlive, silence -> tcpKeepAlive(silence));
    add(options, timeout, limit -> timeout(limit));
    add(options, connectTimeout, limit -> connectTimeout(limit));
    add(options, idleTimeout, limit -> idleTimeout(limit));
    if (insecure) {
      options.add(insecure());
    }
    add(options, authorities, file -> trust(file));
    add(options, certificate, this::certificate);
    if (key != null && certificate == null) {
      throw wrong("--key belongs to a --cert");
    }
    add(options, proxy, url -> proxy(url));
    resolved.forEach(each -> options.add(resolved(each)));
    return options;
  }

  private static <T> void add(
      List<dev.squall.plan.Option> options,
      @Nullable T said,
      Function<T, dev.squall.plan.Option> option) {
    if (said != null) {
      options.add(option.apply(said));
    }
  }

  private static dev.squall.plan.Option option(Cookies cookies) {
    return switch (cookies) {
      case FRESH -> freshCookies();
      case USER -> userCookies();
      case SHARED -> sharedCookies();
    };
  }

  private static dev.squall.plan.Option option(Reuse connections) {
    return switch (connections) {
      case KEPT -> keptConnections();
      case FRESH -> freshConnections();
    };
  }

  /** As curl takes it: a file, and perhaps a password behind a colon. */
  private dev.squall.plan.Option certificate(String value) {
    int colon = value.lastIndexOf(':');
    var identity =
        new Tls.Identity(
            Path.of(colon < 0 ? value : value.substring(0, colon)),
            Optional.ofNullable(key).map(Path::of),
            colon < 0 ? Optional.empty() : Optional.of(value.substring(colon + 1)));
    return options -> options.tls(tls -> tls.withIdentity(identity));
  }

  private dev.squall.plan.Option resolved(String text) {
    var parts = RESOLVED.matcher(text);
    if (!parts.matches()) {
      throw wrong("--resolve takes HOST:PORT:ADDRESS, not " + text);
    }
    var addresses =
        Pattern.compile(",")
            .splitAsStream(parts.group(2))
            .map(one -> one.replaceAll("[\\[\\]]", ""))
            .toArray(String[]::new);
    return resolve(parts.group(1).toLowerCase(Locale.ROOT), addresses);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
