package dev.squall.shell.reply;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is another one in every answer and says nothing of what was answered. */
final class Volatility {
  private static final Set<String> HEADERS =
      Set.of(
          "date",
          "age",
          "etag",
          "expires",
          "last-modified",
          "set-cookie",
          "traceparent",
          "tracestate",
          "x-request-id",
          "x-correlation-id",
          "x-trace-id",
          "x-amzn-trace-id",
          "x-amzn-requestid",
          "x-amz-cf-id",
          "x-b3-traceid",
          "x-b3-spanid",
          "request-id",
          "correlation-id",
          "cf-ray",
          "server-timing",
          "x-runtime",
          "x-response-time",
          "x-service-time-us",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "ratelimit-remaining",
          "ratelimit-reset",
          "content-security-policy-nonce");

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?"
              + "|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
  private static final Pattern SECONDS = Pattern.compile("[12]\\d{9}(?:\\.\\d+)?");
  private static final Pattern FINER = Pattern.compile("[12]\\d{12}|[12]\\d{15}|[12]\\d{18}");
  private static final Pattern NAME_OF_TIME =
      Pattern.compile(
          "(?i).*(?:time|date|timestamp|epoch|expires|expiry)|.*(?:_at|(?-i:At))|iat|exp|nbf|now|ts");
  private static final Pattern NAME_OF_REQUEST =
      Pattern.compile("(?i)(?:x[-_])?(?:request|trace|correlation|span|transaction)[-_]?id");
  private static final Pattern NAME_OF_TOKEN =
      Pattern.compile("(?i).*(?:token|jwt|nonce|csrf|xsrf|signature)|.*session[-_]?id|sid");
  private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
  private static final Pattern RANDOM =
      Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])(?:[0-9a-f]{24,}|[\\w+/-]{32,}={0,2})");

  private Volatility() {}

  static boolean ofHeader(String name) {
    return HEADERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Why two different values under a name are expected to differ; nothing where they are not. */
  static Optional<String> of(String name, Json before, Json after) {
    if (before instanceof Json.Str(var one) && after instanceof Json.Str(var other)) {
      return ofTexts(name, one, other);
    }
    if (before instanceof Json.Num(var one) && after instanceof Json.Num(var other)) {
      return both(FINER, one, other)
              || (both(SECONDS, one, other) && NAME_OF_TIME.matcher(name).matches())
          ? Optional.of("timestamp")
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> ofTexts(String name, String before, String after) {
    if (both(UUID, before, after)) {
      return Optional.of("UUID");
    }
    if (both(MOMENT, before, after)
        || (NAME_OF_TIME.matcher(name).matches()
            && (both(FINER, before, after) || both(SECONDS, before, after)))) {
      return Optional.of("timestamp");
    }
    if (NAME_OF_REQUEST.matcher(name).matches()) {
      return Optional.of("request id");
    }
    return NAME_OF_TOKEN.matcher(name).matches()
            || both(SIGNED, before, after)
            || both(RANDOM, before, after)
        ? Optional.of("token")
        : Optional.empty();
  }

  private static boolean both(Pattern pattern, String one, String other) {
    return pattern.matcher(one).matches() && pattern.matcher(other).matches();
  }
}
