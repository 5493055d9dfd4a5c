package dev.squall.httpx;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be set, by which word and to what. */
enum Key {
  VUS("vus", Kind.COUNT),
  RPS("rps", Kind.NUMBER),
  DURATION("duration", Kind.TIME),
  ITERATIONS("iterations", Kind.WHOLE),
  RAMP_UP("ramp_up", Kind.TIME),
  RAMP_DOWN("ramp_down", Kind.TIME),
  MAX_VUS("max_vus", Kind.COUNT),
  QUEUE("queue", Kind.COUNT),
  GRACE("grace", Kind.TIME),
  ARRIVALS("arrivals", Kind.CHOICE),
  COMPRESSED("compressed", Kind.NUMBER),

  FROM("from", Kind.NUMBER),
  BY("by", Kind.NUMBER),
  UP_TO("up_to", Kind.NUMBER),
  EVERY("every", Kind.TIME),
  MIN("min", Kind.NUMBER),
  MID("mid", Kind.NUMBER),
  MAX("max", Kind.NUMBER),
  PERIOD("period", Kind.TIME),
  CYCLE("cycle", Kind.TIME),
  MORNING_RAMP("morning_ramp", Kind.SHARE),
  PEAK_SUSTAIN("peak_sustain", Kind.SHARE),
  MID_DECLINE("mid_decline", Kind.SHARE),
  MID_SUSTAIN("mid_sustain", Kind.SHARE),
  EVENING_DECLINE("evening_decline", Kind.SHARE),
  BASE("base", Kind.NUMBER),
  PEAK("peak", Kind.NUMBER),
  AT("at", Kind.TIME),
  FOR("for", Kind.TIME),

  MAX_ATTEMPTS("max_attempts", Kind.COUNT),
  BACKOFF("backoff", Kind.CHOICE),
  BASE_DELAY("base_delay", Kind.TIME),
  MAX_DELAY("max_delay", Kind.TIME),
  JITTER("jitter", Kind.SHARE),

  THINK_TIME("think_time", Kind.PAUSE),
  COOKIES("cookies", Kind.CHOICE),
  CONNECTIONS("connections", Kind.CHOICE),
  SEED("seed", Kind.SEED),
  PACING("pacing", Kind.TIME),
  DATA("data", Kind.NAME),
  BASE_URL("base", Kind.TEXT),

  TIMEOUT("timeout", Kind.TIME),
  NAME("name", Kind.TEXT);

  /** What a setting is set to. */
  enum Kind {
    COUNT,
    WHOLE,
    SEED,
    NUMBER,
    SHARE,
    TIME,
    PAUSE,
    CHOICE,
    NAME,
    TEXT
  }

  static final Set<Key> LOAD = Set.copyOf(EnumSet.range(VUS, COMPRESSED));
  static final Set<Key> RETRY = Set.copyOf(EnumSet.range(MAX_ATTEMPTS, JITTER));
  static final Set<Key> SCENARIO = with(EnumSet.range(THINK_TIME, BASE_URL), GRACE);
  static final Set<Key> REQUEST = Set.of(TIMEOUT, NAME);

  final String word;
  final Kind kind;

  Key(String word, Kind kind) {
    this.word = word;
    this.kind = kind;
  }

  /** What may be chosen, where it is a choice. */
  List<String> choices() {
    return switch (this) {
      case ARRIVALS -> List.of("even", "poisson");
      case BACKOFF -> List.of("fixed", "linear", "exponential");
      case COOKIES -> List.of("fresh", "user", "shared");
      case CONNECTIONS -> List.of("kept", "fresh");
      case Key _ -> List.of();
    };
  }

  /** What may be set of a shape. */
  static Set<Key> of(LoadPart.Form form) {
    return switch (form) {
      case STAGE -> with(LOAD, FROM);
      case STEP -> Set.of(FROM, BY, EVERY, UP_TO);
      case WAVE -> Set.of(MIN, MAX, PERIOD, DURATION);
      case DAILY ->
          Set.of(
              MIN,
              MID,
              MAX,
              CYCLE,
              DURATION,
              MORNING_RAMP,
              PEAK_SUSTAIN,
              MID_DECLINE,
              MID_SUSTAIN,
              EVENING_DECLINE);
      case SPIKE -> Set.of(BASE, PEAK, AT, FOR);
    };
  }

  private static Set<Key> with(Set<Key> keys, Key more) {
    var all = EnumSet.copyOf(keys);
    all.add(more);
    return Set.copyOf(all);
  }

  /** Whether it may be set more than once. */
  boolean isRepeatable() {
    return this == DATA;
  }
}
