package dev.squall.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the log goes when somebody asks for one: a line a record, to standard error. */
final class Logging {
  // Held, because a logger that nobody holds forgets its level.
  private static final Logger SQUALL = Logger.getLogger("dev.squall");

  /** What happens once in a run is said at the level of the steps, under a name of its own. */
  private static final Logger RUNS = Logger.getLogger("dev.squall.runs");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** How much is told, in the words of the command line. */
  enum Detail {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    private Level level() {
      return switch (this) {
        case DEBUG -> Level.FINE;
        case INFO -> Level.INFO;
        case WARN -> Level.WARNING;
        case ERROR -> Level.SEVERE;
      };
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Logging() {}

  /** From now on the log tells so much; only what goes wrong in us, where nothing was asked for. */
  static void tell(@Nullable Detail detail, PrintWriter err) {
    tell(
        detail,
        lines -> {
          err.print(lines);
          err.flush();
        });
  }

  /** The same to somebody who sees to it that a line ends up in no other. */
  static void tell(@Nullable Detail detail, Consumer<String> to) {
    for (var earlier : SQUALL.getHandlers()) {
      SQUALL.removeHandler(earlier);
    }
    SQUALL.setUseParentHandlers(false);
    SQUALL.setLevel((detail == null ? Detail.ERROR : detail).level());
    RUNS.setLevel(detail == Detail.INFO ? Detail.DEBUG.level() : null);
    SQUALL.addHandler(new Lines(to));
  }

  private static final class Lines extends Handler {
    private final Consumer<String> to;
    private final Formatter words = new Words();

    Lines(Consumer<String> to) {
      this.to = to;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord told) {
      if (isLoggable(told)) {
        to.accept(words.format(told));
      }
    }

    @Override
    public void flush() {} // each line is

    @Override
    public void close() {}
  }

  /** {@code 12:57:07.123 debug user 1, iteration 0: login: POST /auth/login}. */
  private static final class Words extends Formatter {
    @Override
    public String format(LogRecord told) {
      var line =
          LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS).format(TIME)
              + " "
              + word(told)
              + " "
              + formatMessage(told)
              + "\n";
      var thrown = told.getThrown();
      return thrown == null ? line : line + "  " + thrown + "\n";
    }

    private static String word(LogRecord told) {
      if (RUNS.getName().equals(told.getLoggerName())
          && told.getLevel().equals(Detail.DEBUG.level())) {
        return Detail.INFO.toString();
      }
      for (var detail : Detail.values()) {
        if (told.getLevel().intValue() <= detail.level().intValue()) {
          return detail.toString();
        }
      }
      return Detail.ERROR.toString();
    }
  }
}
