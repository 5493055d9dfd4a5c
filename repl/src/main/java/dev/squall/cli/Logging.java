package dev.squall.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the log goes when somebody asks for one: a line a record, to standard error. */
final class Logging {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger SQUALL = Logger.getLogger("dev.squall");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** How much is told, in the words of the command line. */
  enum Detail {
    DEBUG(Level.FINE),
    INFO(Level.INFO),
    WARN(Level.WARNING),
    ERROR(Level.SEVERE);

    private final Level level;

    Detail(Level level) {
      this.level = level;
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
    for (var earlier : SQUALL.getHandlers()) {
      SQUALL.removeHandler(earlier);
    }
    SQUALL.setUseParentHandlers(false);
    SQUALL.setLevel((detail == null ? Detail.ERROR : detail).level);
    SQUALL.addHandler(new Lines(err));
  }

  private static final class Lines extends Handler {
    private final PrintWriter err;
    private final Formatter words = new Words();

    Lines(PrintWriter err) {
      this.err = err;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord told) {
      if (isLoggable(told)) {
        err.print(words.format(told));
        err.flush();
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {
      err.flush();
    }
  }

  /** {@code 12:57:07.123 debug user 1, iteration 0: login: POST /auth/login}. */
  private static final class Words extends Formatter {
    @Override
    public String format(LogRecord told) {
      var line =
          LocalTime.now().truncatedTo(ChronoUnit.MILLIS).format(TIME)
              + " "
              + word(told.getLevel())
              + " "
              + formatMessage(told)
              + "\n";
      var thrown = told.getThrown();
      return thrown == null ? line : line + "  " + thrown + "\n";
    }

    private static String word(Level level) {
      for (var detail : Detail.values()) {
        if (level.intValue() <= detail.level.intValue()) {
          return detail.toString();
        }
      }
      return Detail.ERROR.toString();
    }
  }
}
