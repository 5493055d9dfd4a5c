package dev.squall.httpx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code curl} command says of connections, which are a run's and not a request's.
 *
 * @param insecure whether whoever answers is trusted ({@code -k})
 * @param authorities a PEM file of the only authorities that are trusted ({@code --cacert})
 * @param certificate a file with what a server is shown that asks ({@code --cert})
 * @param key a PEM file with its private key ({@code --key})
 * @param password of the certificate's file ({@code --pass})
 * @param proxy the URL of a proxy ({@code -x})
 * @param resolved addresses of hosts ({@code --resolve})
 * @param connectTimeout the limit for connecting ({@code --connect-timeout})
 */
public record CurlSettings(
    boolean insecure,
    Optional<String> authorities,
    Optional<String> certificate,
    Optional<String> key,
    Optional<String> password,
    Optional<String> proxy,
    List<Resolved> resolved,
    Optional<Duration> connectTimeout) {

  /** Nothing said. */
  public static final CurlSettings NONE =
      new CurlSettings(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** Addresses of a host, instead of those that DNS knows. */
  public record Resolved(String host, List<String> addresses) {
    public Resolved {
      addresses = List.copyOf(addresses);
    }
  }

  public CurlSettings {
    resolved = List.copyOf(resolved);
  }

  /** What both say; where they differ, what was said first. */
  CurlSettings with(CurlSettings more) {
    var all = new ArrayList<>(resolved);
    more.resolved.stream().filter(host -> !all.contains(host)).forEach(all::add);
    return new CurlSettings(
        insecure || more.insecure,
        authorities.or(() -> more.authorities),
        certificate.or(() -> more.certificate),
        key.or(() -> more.key),
        password.or(() -> more.password),
        proxy.or(() -> more.proxy),
        all,
        connectTimeout.or(() -> more.connectTimeout));
  }

  /** The flags of which the other says something else. */
  List<String> differences(CurlSettings other) {
    var flags = new ArrayList<String>();
    differ(authorities, other.authorities, "--cacert", flags);
    differ(certificate, other.certificate, "--cert", flags);
    differ(key, other.key, "--key", flags);
    differ(password, other.password, "--pass", flags);
    differ(proxy, other.proxy, "--proxy", flags);
    differ(connectTimeout, other.connectTimeout, "--connect-timeout", flags);
    boolean resolves =
        other.resolved.stream()
            .anyMatch(host ->
                resolved.stream()
                    .anyMatch(known -> known.host.equals(host.host) && !known.equals(host)));
    if (resolves) {
      flags.add("--resolve");
    }
    return flags;
  }

  private static <T> void differ(
      Optional<T> first, Optional<T> second, String flag, List<String> flags) {
    if (first.isPresent() && second.isPresent() && !first.equals(second)) {
      flags.add(flag);
    }
  }

  /** The same as options of a run in Java, without passwords; empty where nothing is said. */
  public List<String> words() {
    var words = new ArrayList<String>();
    if (insecure) {
      words.add("insecure()");
    }
    authorities.ifPresent(file -> words.add("trust(\"" + file + "\")"));
    certificate.ifPresent(file ->
        words.add(
            key.map(keyFile -> "clientCertificate(\"" + file + "\", \"" + keyFile + "\")")
                .orElseGet(() -> "clientKeyStore(\"" + file + "\", \"…\")")));
    proxy.ifPresent(url -> words.add("proxy(\"" + withoutPassword(url) + "\")"));
    for (var host : resolved) {
      words.add(
          "resolve(\"" + host.host + "\", \"" + String.join("\", \"", host.addresses) + "\")");
    }
    connectTimeout.ifPresent(
        limit -> words.add("connectTimeout(millis(" + limit.toMillis() + "))"));
    return List.copyOf(words);
  }

  private static String withoutPassword(String url) {
    return url.replaceAll(":[^/@]*@", ":…@");
  }

  /** Never a password. */
  @Override
  public String toString() {
    return String.join(", ", words());
  }
}
