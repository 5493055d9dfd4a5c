package dev.squall.stats;

/**
 * What a run was told about its connections, for those who read its numbers.
 *
 * @param kept whether connections are kept for later exchanges; else each is fresh by choice
 * @param maxIdlePerUser how many a user keeps idle for each origin
 * @param idleTimeoutSeconds how long one is kept idle, in seconds; 0 for ever
 * @param tcpKeepAliveSeconds how long one is silent before TCP probes it, in seconds; 0 for never
 * @param noDelay whether small packets are sent at once (TCP_NODELAY)
 * @param insecure whether certificates were accepted unverified
 * @param cookies whose the cookies are: {@code fresh}, {@code user} or {@code shared}
 * @param redirects how many redirects of one request are followed; 0 for none
 * @param proxy the proxy's address; empty where there is none. Credentials in it are left out
 */
public record ConnectionSettings(
    boolean kept,
    int maxIdlePerUser,
    double idleTimeoutSeconds,
    double tcpKeepAliveSeconds,
    boolean noDelay,
    boolean insecure,
    String cookies,
    int redirects,
    String proxy) {

  /** What holds where nothing else is said. */
  public static final ConnectionSettings DEFAULT =
      new ConnectionSettings(true, 32, 90, 60, true, false, "user", 10, "");

  public ConnectionSettings {
    // Results are passed on to people who should not learn a password from them.
    proxy = proxy.replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://)?.*@", "$1");
  }
}
