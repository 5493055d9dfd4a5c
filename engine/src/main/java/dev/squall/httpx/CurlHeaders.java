package dev.squall.httpx;

import dev.squall.scenario.Header;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The headers of a command, in the order and the spelling in which they were written. */
final class CurlHeaders {

  /** What Squall sends where no header of that name is given. */
  private static final Set<String> OURS = Set.of("host", "user-agent", "accept", "content-type");

  /** What curl sends by itself at times, and Squall never does. */
  private static final Set<String> NEVER =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "cookie",
          "expect",
          "proxy-connection",
          "referer",
          "transfer-encoding");

  private final CurlFindings findings;
  private final List<Given> given = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private boolean expectsContinue;

  /** A header, and whether it was written as one, which goes before what another flag means. */
  private record Given(Header header, boolean written) {
    boolean is(String name) {
      return header.name().equalsIgnoreCase(name);
    }
  }

  CurlHeaders(CurlFindings findings) {
    this.findings = findings;
  }

  /** Whether one of them says that the body waits. */
  boolean expectsContinue() {
    return expectsContinue;
  }

  /** What a flag other than {@code -H} says. */
  void meant(String name, String value) {
    given.add(new Given(new Header(name, new Template(value)), false));
  }

  /** As {@link #meant}, where a later flag replaces an earlier one. */
  void meantOnce(String name, String value) {
    given.removeIf(earlier -> !earlier.written && earlier.is(name));
    meant(name, value);
  }

  /** {@code Name: value}, {@code Name;} for an empty one, {@code Name:} for none. */
  void written(CurlArgument argument) {
    var text = argument.value();
    int colon = text.indexOf(':');
    if (argument.isFile()) {
      findings.problem(
          argument.offset(), "headers from a file are not read", "write each with its own -H");
    } else if (colon < 0 && text.strip().endsWith(";")) {
      var name = text.strip();
      add(name.substring(0, name.length() - 1), "", argument);
    } else if (colon <= 0) {
      findings.problem(
          argument.offset(), "not a header: " + argument.plainValue(), "write it as Name: value");
    } else if (text.substring(colon + 1).isBlank()) {
      remove(CurlArgument.plain(text.substring(0, colon).strip()), argument);
    } else {
      add(text.substring(0, colon), text.substring(colon + 1).strip(), argument);
    }
  }

  private void add(String name, String value, CurlArgument argument) {
    var plain = CurlArgument.plain(name.strip());
    switch (plain.toLowerCase(Locale.ROOT)) {
      case "content-length", "transfer-encoding" ->
          findings.warning(
              argument.offset(), plain + " is left out", "Squall writes it for the body it sends");
      case "expect" -> expect(plain, value, argument);
      case String _ -> given.add(new Given(new Header(plain, new Template(value)), true));
    }
  }

  private void expect(String name, String value, CurlArgument argument) {
    if (value.equalsIgnoreCase("100-continue")) {
      expectsContinue = true;
    } else {
      findings.problem(
          argument.offset(),
          "not to be expected: " + value,
          "write it as " + name + ": 100-continue");
    }
  }

  private void remove(String name, CurlArgument argument) {
    var lower = name.toLowerCase(Locale.ROOT);
    removed.add(lower);
    if (OURS.contains(lower)) {
      findings.problem(
          argument.offset(),
          "the header " + name + " is always sent",
          "give it a value, or write '" + name + ";' to send it empty");
    } else if (!NEVER.contains(lower)) {
      findings.warning(
          argument.offset(),
          "there is no header " + name + " to leave out",
          "write '" + name + ";' to send it empty");
    }
  }

  /** All of them. */
  List<Header> all() {
    return given.stream()
        .filter(one -> one.written || !(isWritten(one) || isRemoved(one)))
        .map(Given::header)
        .toList();
  }

  private boolean isWritten(Given meant) {
    return given.stream().anyMatch(other -> other.written && other.is(meant.header.name()));
  }

  private boolean isRemoved(Given meant) {
    return removed.contains(meant.header.name().toLowerCase(Locale.ROOT));
  }

  /** The value of the first of a name. */
  static Optional<String> value(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value().text())
        .findFirst();
  }
}
