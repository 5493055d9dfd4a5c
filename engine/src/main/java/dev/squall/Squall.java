package dev.squall;

import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.goal.RateOf;
import dev.squall.goal.TimeOf;
import dev.squall.httpx.Httpx;
import dev.squall.httpx.Script;
import dev.squall.load.ArrivalRate;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Load;
import dev.squall.load.StepUp;
import dev.squall.load.Users;
import dev.squall.plan.Connections;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.Tls;
import dev.squall.report.TextReport;
import dev.squall.run.Once;
import dev.squall.run.Run;
import dev.squall.scenario.Workload;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Judge;
import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import dev.squall.stats.Trace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every word of Squall, for {@code import static dev.squall.Squall.*} in Java and JShell.
 *
 * {@snippet :
 * var shop = scenario("shop",
 *     get("/products?limit=10").check(status().is(200)).extract("id", jsonPath("$.products[0].id")),
 *     pause(seconds(1), seconds(3)),
 *     get("/products/${id}").check(jsonPath("$.id").is("${id}")))
 *     .at("http://localhost:8089");
 * var one = once(shop);
 * var results = run(shop, users(20).during(seconds(10)));
 * }
 *
 * <p>Every word returns a value and nothing is registered behind anyone's back. A verb that finds
 * something wrong with its scenario, load or options throws {@link
 * dev.squall.problem.ProblemException} with all of it, before anything is sent. What the system
 * under test does wrong is in the results, never an exception.
 */
public final class Squall extends ScenarioWords {
  private Squall() {}

  // How much, and for how long.

  /** Closed load: {@code users(20).during(seconds(30))}, {@code users(5).iterations(100)}. */
  public static Users users(int count) {
    return new Users(count);
  }

  /** Open load: {@code perSecond(50).during(seconds(30))}. */
  public static ArrivalRate perSecond(double iterations) {
    return new ArrivalRate(iterations);
  }

  /**
   * Open load with the rates of a day: {@code daily(100, 500, 1500).cycle(hours(24)).during(
   * hours(48)).compressed(60)}.
   */
  public static DailyTraffic daily(double min, double mid, double max) {
    return DailyTraffic.of(min, mid, max);
  }

  /**
   * Open load at a rate, then at a higher one, until something gives in: {@code stepUp(100, 50,
   * seconds(30)).until(p95().isAbove(millis(300)), errorRate().isAbove(percent(1)))}.
   */
  public static StepUp stepUp(double from, double by, Duration every) {
    return new StepUp(from, by, every);
  }

  // What would be good enough, or too much.

  /** The median response time. */
  public static TimeOf p50() {
    return new TimeOf(Metric.P50, Optional.empty());
  }

  /** The response time that 75 of 100 requests stay within. */
  public static TimeOf p75() {
    return new TimeOf(Metric.P75, Optional.empty());
  }

  /** The response time that 90 of 100 requests stay within. */
  public static TimeOf p90() {
    return new TimeOf(Metric.P90, Optional.empty());
  }

  /** The response time that 95 of 100 requests stay within. */
  public static TimeOf p95() {
    return new TimeOf(Metric.P95, Optional.empty());
  }

  /** The response time that 99 of 100 requests stay within. */
  public static TimeOf p99() {
    return new TimeOf(Metric.P99, Optional.empty());
  }

  /** The response time that 999 of 1000 requests stay within. */
  public static TimeOf p999() {
    return new TimeOf(Metric.P999, Optional.empty());
  }

  /** The mean response time. */
  public static TimeOf meanTime() {
    return new TimeOf(Metric.MEAN_TIME, Optional.empty());
  }

  /** The slowest response time. */
  public static TimeOf maxTime() {
    return new TimeOf(Metric.MAX_TIME, Optional.empty());
  }

  /** The share of failed requests: {@code errorRate().isBelow(percent(1))}. */
  public static RateOf errorRate() {
    return new RateOf(Metric.ERROR_RATE, Optional.empty());
  }

  /** Requests each second. */
  public static RateOf requestRate() {
    return new RateOf(Metric.REQUEST_RATE, Optional.empty());
  }

  /** A share: {@code percent(5)} is 0.05. */
  public static double percent(double count) {
    // Of the decimal number that was written: 11.2 / 100 is not quite 0.112.
    return Double.isFinite(count)
        ? BigDecimal.valueOf(count).movePointLeft(2).doubleValue()
        : count;
  }

  // Times.

  /** Milliseconds; parts of one are kept to the nanosecond. */
  public static Duration millis(double count) {
    return Duration.ofNanos(Math.round(count * 1e6));
  }

  /** Seconds; parts of one are kept to the nanosecond. */
  public static Duration seconds(double count) {
    return Duration.ofNanos(Math.round(count * 1e9));
  }

  /** Minutes; parts of one are kept to the nanosecond. */
  public static Duration minutes(double count) {
    return Duration.ofNanos(Math.round(count * 60e9));
  }

  /** Hours; parts of one are kept to the nanosecond. */
  public static Duration hours(double count) {
    return Duration.ofNanos(Math.round(count * 3600e9));
  }

  // Options, which come last.

  /** On this base URL. */
  public static Option at(String url) {
    return options -> options.withBase(url);
  }

  /** With this seed of every draw; 42 where none is given. */
  public static Option seed(long value) {
    return options -> options.withSeed(value);
  }

  /** With this time for running iterations after the load's end; 5 s where none is given. */
  public static Option grace(Duration time) {
    return options -> options.withGrace(time);
  }

  /**
   * With every pause so many times as long: {@code thinkScale(0.1)} for a short try of a scenario
   * whose users think for long, 0 for none at all. Pacing and the waits of a retry stay.
   */
  public static Option thinkScale(double times) {
    return options -> options.withThinkScale(times);
  }

  /** With this limit for each request, its redirects included; 30 s where none is given. */
  public static Option timeout(Duration limit) {
    return options -> options.limits(limits -> limits.withTimeout(limit));
  }

  /** With this limit for resolving, connecting and the TLS handshake; 10 s where none is given. */
  public static Option connectTimeout(Duration limit) {
    return options -> options.limits(limits -> limits.withConnectTimeout(limit));
  }

  /** With this limit between two bytes of an answer; none where none is given. */
  public static Option idleTimeout(Duration limit) {
    return options -> options.limits(limits -> limits.withIdleTimeout(limit));
  }

  /** With at most so many redirects followed; 10 where none is given, 0 for none. */
  public static Option redirects(int most) {
    return options -> options.limits(limits -> limits.withRedirects(most));
  }

  /**
   * With this limit of a body that somebody reads, in bytes, decoded; 16 MiB where none is given.
   */
  public static Option keptBody(int bytes) {
    return options -> options.limits(limits -> limits.withKeptBody(bytes));
  }

  /** With connections kept between a user's requests, as long as both sides like; the usual way. */
  public static Option keptConnections() {
    return options -> options.connections(all -> all.withReuse(Connections.Reuse.KEPT));
  }

  /** With a new connection for every request. */
  public static Option freshConnections() {
    return options -> options.connections(all -> all.withReuse(Connections.Reuse.FRESH));
  }

  /** With at most so many idle connections kept for an origin of a user; 32 where none is given. */
  public static Option maxIdleConnections(int most) {
    return options -> options.connections(all -> all.withMaxIdle(most));
  }

  /** With connections closed that lie idle so long; 90 s where none is given, zero for never. */
  public static Option idleConnectionTimeout(Duration limit) {
    return options -> options.connections(all -> all.withIdleTimeout(limit));
  }

  /** With a sign of life asked for after this silence; 60 s where none is given, zero for never. */
  public static Option tcpKeepAlive(Duration silence) {
    return options -> options.connections(all -> all.withTcpKeepAlive(silence));
  }

  /** With small writes that leave at once, as they usually do, or wait for more (Nagle). */
  public static Option noDelay(boolean atOnce) {
    return options -> options.connections(all -> all.withNoDelay(atOnce));
  }

  /** With cookies that end with the iteration that got them. */
  public static Option freshCookies() {
    return options -> options.withCookies(Options.Cookies.FRESH);
  }

  /** With cookies that end with the user that got them; the usual way. */
  public static Option userCookies() {
    return options -> options.withCookies(Options.Cookies.USER);
  }

  /** With one set of cookies for all users. */
  public static Option sharedCookies() {
    return options -> options.withCookies(Options.Cookies.SHARED);
  }

  /** Trusting whoever answers on https; each report says so loudly. */
  public static Option insecure() {
    return options -> options.tls(Tls::insecure);
  }

  /** Trusting the authorities of this PEM file and no others. */
  public static Option trust(String pemFile) {
    return options -> options.tls(tls -> tls.withAuthorities(Path.of(pemFile)));
  }

  /** Showing a client certificate: two PEM files, the key in PKCS #8. */
  public static Option clientCertificate(String certificateFile, String keyFile) {
    var identity =
        new Tls.Identity(Path.of(certificateFile), Optional.of(Path.of(keyFile)), Optional.empty());
    return options -> options.tls(tls -> tls.withIdentity(identity));
  }

  /** Showing the client certificate of a PKCS #12 file. */
  public static Option clientKeyStore(String pkcs12File, String password) {
    var identity = new Tls.Identity(Path.of(pkcs12File), Optional.empty(), Optional.of(password));
    return options -> options.tls(tls -> tls.withIdentity(identity));
  }

  /** In these versions of TLS only: {@code tlsVersions("1.3")}; 1.3 and 1.2 where none is given. */
  public static Option tlsVersions(String... only) {
    return options -> options.tls(tls -> tls.withVersions(List.of(only)));
  }

  /** With every TLS handshake a full one. */
  public static Option fullHandshakes() {
    return options -> options.tls(Tls::withFullHandshakes);
  }

  /** With these addresses of a host, instead of those that DNS knows. */
  public static Option resolve(String host, String... addresses) {
    return options -> options.routes(routes -> routes.withResolved(host, List.of(addresses)));
  }

  /** With resolved addresses that hold so long; for the whole run where nothing is given. */
  public static Option dnsTtl(Duration time) {
    return options -> options.routes(routes -> routes.withDnsTtl(time));
  }

  /** With connections bound to these addresses of this machine, in turn. */
  public static Option localAddresses(String... addresses) {
    return options -> options.routes(routes -> routes.withLocal(List.of(addresses)));
  }

  /**
   * With redirects to no other hosts than these, those that the plan names and this machine; one
   * that leads elsewhere is not followed, and fails as {@code redirect_refused}.
   */
  public static Option redirectsWithin(String... hosts) {
    return options -> options.routes(routes -> routes.withRedirectsWithin(List.of(hosts)));
  }

  /** Through an HTTP proxy: {@code proxy("http://user:password@127.0.0.1:3128")}. */
  public static Option proxy(String url) {
    return options -> options.routes(routes -> routes.withProxy(url));
  }

  /**
   * What a {@code curl} command says of connections: {@code -k --cacert --cert --key -x --resolve
   * --connect-timeout}. The request is {@link #curl}'s.
   *
   * @throws dev.squall.problem.ProblemException with all that is wrong with it
   */
  public static Option curlOptions(String command) {
    return CurlWords.options(command);
  }

  /**
   * What a {@code .httpx} file says can be run: {@code var script = httpx("shop.httpx")}, then
   * {@code run(entry.workload(), entry.load().orElseThrow(), settings(entry))}.
   *
   * @throws dev.squall.problem.ProblemException with all that is wrong with it
   */
  public static Script httpx(String file) {
    return ScriptWords.read(file);
  }

  /**
   * A scenario or a mix as a {@code .httpx} file, for a pull request or for those who write no
   * Java: {@link #httpx} reads the same from it. Its load is said by whoever runs the file.
   *
   * @param goals what would be good enough
   * @throws dev.squall.problem.ProblemException with every step that has no words, Java above all
   */
  public static String toHttpx(Workload workload, Goal... goals) {
    return ScriptWords.print(workload, Optional.empty(), goals);
  }

  /**
   * The same with its load.
   *
   * @throws dev.squall.problem.ProblemException with everything that has no words
   */
  public static String toHttpx(Workload workload, Load load, Goal... goals) {
    return ScriptWords.print(workload, Optional.of(load), goals);
  }

  /**
   * Entries as one file, with their settings.
   *
   * @throws dev.squall.problem.ProblemException with everything that has no words
   */
  public static String toHttpx(Script.Entry... entries) {
    return Httpx.print(List.of(entries));
  }

  /**
   * What a file says of a run besides its load: cookies, connections, seed, grace, curl's flags.
   */
  public static Option settings(Script.Entry entry) {
    return ScriptWords.settings(entry.settings());
  }

  /**
   * As worker k (from 0) of n that share a load. Together they perform exactly its arrivals, its
   * iterations or its users, each of them the same whatever n is; an open load's limits on users
   * and on arrivals that wait hold for each of them.
   */
  public static Option part(int worker, int workers) {
    return options -> options.withPart(new Options.Part(worker, workers));
  }

  // The verbs.

  /**
   * Runs the load and returns what was measured; an interrupt of this thread stops it and still
   * returns.
   */
  public static Results run(Workload workload, Load load, Option... options) {
    return start(workload, load, options).await();
  }

  /** Starts the load and returns at once with a handle to it. */
  public static Run start(Workload workload, Load load, Option... options) {
    return Run.start(Plan.of(workload, load, Options.of(options)));
  }

  /** One user, one iteration: every step's request, answer, variables and checks. */
  public static Trace once(Workload workload, Option... options) {
    return Once.perform(Plan.of(workload, users(1).iterations(1), Options.of(options)));
  }

  /**
   * One iteration of a finished run again, alone, with the same draws, variables and row of data:
   * {@code replay(shop, results.slowest("checkout"))}. Options are those of the run; its seed goes
   * with the request.
   */
  public static Trace replay(Workload workload, Exemplar request, Option... options) {
    var again = Options.of(options).withSeed(request.seed());
    return Once.perform(Plan.of(workload, users(1).iterations(1), again), request);
  }

  /** Goals held against what was measured; prints a line each. */
  public static Judgements judge(Results results, Goal... goals) {
    return Judge.judge(results, List.of(goals));
  }

  /** The results on one screen. */
  public static TextReport report(Results results) {
    return new TextReport(results);
  }
}
