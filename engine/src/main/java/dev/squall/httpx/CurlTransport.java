package dev.squall.httpx;

import dev.squall.httpx.CurlSettings.Resolved;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gathers what flags say of connections. */
final class CurlTransport {
  private static final Pattern RESOLVED = Pattern.compile("\\+?([^:\\s]+):(\\d+|\\*):([^\\s]+)");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9]*://.*");

  private final CurlFindings findings;
  private final List<Resolved> resolved = new ArrayList<>();
  private boolean insecure;
  private Optional<String> authorities = Optional.empty();
  private Optional<String> certificate = Optional.empty();
  private Optional<String> key = Optional.empty();
  private Optional<String> password = Optional.empty();
  private Optional<String> proxy = Optional.empty();
  private Optional<String> proxyUser = Optional.empty();
  private Optional<Duration> connectTimeout = Optional.empty();

  CurlTransport(CurlFindings findings) {
    this.findings = findings;
  }

  /** Whether the flag is about connections, and taken. */
  boolean takes(CurlArgument flag) {
    var value = Optional.of(flag.plainValue()).filter(text -> !text.isEmpty());
    switch (flag.name()) {
      case "insecure" -> insecure = true;
      case "cacert" -> authorities = value;
      case "cert" -> certificate(flag.plainValue());
      case "key" -> key = value;
      case "pass" -> password = value;
      case "proxy" -> proxy = value;
      case "proxy-user" -> proxyUser = value;
      case "resolve" -> resolve(flag);
      case "connect-timeout" -> connectTimeout = seconds(flag, findings);
      case String _ -> {
        return false;
      }
    }
    return true;
  }

  /** A file, and perhaps a password behind a colon. */
  private void certificate(String value) {
    int colon = value.lastIndexOf(':');
    certificate = Optional.of(colon < 0 ? value : value.substring(0, colon));
    password = colon < 0 ? password : Optional.of(value.substring(colon + 1));
  }

  private void resolve(CurlArgument flag) {
    var parts = RESOLVED.matcher(flag.plainValue());
    if (parts.matches() && !parts.group(1).startsWith("-") && !parts.group(1).equals("*")) {
      var addresses = Pattern.compile(",").splitAsStream(parts.group(3));
      resolved.add(
          new Resolved(
              parts.group(1), addresses.map(one -> one.replaceAll("[\\[\\]]", "")).toList()));
    } else {
      findings.problem(
          flag.offset(),
          "no address of a host: " + flag.plainValue(),
          "write it as host:port:address");
    }
  }

  /** A time of at least zero; nothing where there is none, and then a problem says so. */
  static Optional<Duration> seconds(CurlArgument flag, CurlFindings findings) {
    try {
      var seconds = new BigDecimal(flag.plainValue().strip());
      long nanos = seconds.movePointRight(9).longValueExact();
      if (nanos >= 0) {
        // As in curl, none is no limit of its own.
        return Optional.of(Duration.ofNanos(nanos)).filter(time -> !time.isZero());
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // told below
    }
    findings.problem(
        flag.offset(), "no time: " + flag.plainValue(), flag.shown() + " takes seconds, as in 2.5");
    return Optional.empty();
  }

  CurlSettings settings() {
    return new CurlSettings(
        insecure,
        authorities,
        certificate,
        key,
        password,
        proxy.map(this::url),
        resolved,
        connectTimeout);
  }

  private String url(String written) {
    var url = SCHEME.matcher(written).matches() ? written : "http://" + written;
    int host = url.indexOf("://") + "://".length();
    return proxyUser
        .filter(_ -> url.indexOf('@') < 0)
        .map(user -> url.substring(0, host) + user + "@" + url.substring(host))
        .orElse(url);
  }
}
