package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we understand of servers that others wrote is what the JDK's client understands of them. */
@Timeout(120)
class OtherServersTest {
  private static final Deadline LIMIT = Deadline.within(Duration.ofSeconds(20));
  private static final Map<OtherServer.Kind, OtherServer> STARTED =
      new EnumMap<>(OtherServer.Kind.class);

  /** A clock's, and what one client asks of its connection and another does not. */
  private static final List<String> NOT_COMPARED = List.of("date", "connection", "keep-alive");

  /** A request and the status it must come to. */
  record Asked(String method, String path, int bodyLength, int status) {
    Asked(String method, String path, int status) {
      this(method, path, 0, status);
    }
  }

  private static final List<Asked> TABLE =
      List.of(
          new Asked("GET", "/small", 200),
          new Asked("GET", "/large", 200),
          new Asked("HEAD", "/small", 200),
          new Asked("HEAD", "/large", 200),
          new Asked("GET", "/nothing", 204),
          new Asked("GET", "/unchanged", 304),
          new Asked("POST", "/length", 1, 200),
          new Asked("POST", "/length", 100_000, 200),
          new Asked("GET", "/chunked", 200),
          new Asked("GET", "/zipped", 200),
          new Asked("GET", "/close", 200),
          new Asked("GET", "/until-close", 200),
          new Asked("GET", "/headers", 200),
          new Asked("GET", "/broken", 500),
          new Asked("GET", "/missing", 404));

  private static final class Reader implements ResponseSink {
    final Map<String, List<String>> headers = new TreeMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status;
    boolean reused;
    Optional<Failure> failure = Optional.empty();

    @Override
    public void head(int status, int minorVersion, byte[] buf, int reasonFrom, int reasonTo) {
      this.status = status;
    }

    @Override
    public void header(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {
      String name = text(buf, nameFrom, nameTo).toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(text(buf, valueFrom, valueTo));
    }

    @Override
    public void body(byte[] buf, int from, int to) {
      body.write(buf, from, to - from);
    }

    @Override
    public void end(Timings timings) {
      reused = timings.reused();
    }

    @Override
    public void failed(Failure why, Timings timings) {
      failure = Optional.of(why);
    }

    private static String text(byte[] buf, int from, int to) {
      return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    for (var kind : OtherServer.Kind.values()) {
      var own = Files.createDirectory(folder.resolve(kind.name()));
      kind.start(own).ifPresent(server -> STARTED.put(kind, server));
    }
  }

  @AfterAll
  static void end() {
    STARTED.values().forEach(OtherServer::close);
  }

  private static OtherServer started(OtherServer.Kind kind) {
    assumeThat(STARTED).as("the machine has it").containsKey(kind);
    return STARTED.get(kind);
  }

  private static Reader exchange(Origin origin, int port, Asked asked, String header)
      throws InterruptedException {
    var head =
        asked.method()
            + " "
            + asked.path()
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept-Encoding: gzip\r\n"
            + header
            + (asked.bodyLength() > 0 ? "Content-Length: " + asked.bodyLength() + "\r\n" : "")
            + "\r\n";
    var request =
        RenderedRequest.of(Parsing.bytes(head + "b".repeat(asked.bodyLength())))
            .facts(asked.method().equals("HEAD"), asked.bodyLength() == 0, !header.isEmpty());
    var reader = new Reader();
    var user = Thread.ofVirtual().start(() -> origin.exchange(request, LIMIT, reader));
    assertThat(user.join(Duration.ofSeconds(30))).isTrue();
    assertThat(reader.failure).as("%s", asked).isEmpty();
    return reader;
  }

  private static HttpRequest theirs(int port, Asked asked) {
    var body =
        asked.bodyLength() == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString("b".repeat(asked.bodyLength()));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked.path()))
        .header("Accept-Encoding", "gzip")
        .method(asked.method(), body)
        .build();
  }

  private static Map<String, List<String>> compared(Map<String, List<String>> headers) {
    var kept = new TreeMap<String, List<String>>();
    headers.forEach((name, values) -> kept.put(name.toLowerCase(Locale.ROOT), values));
    NOT_COMPARED.forEach(kept::remove);
    return kept;
  }

  @ParameterizedTest
  @EnumSource
  void weReadWhatTheJdksClientReads(OtherServer.Kind kind) throws Exception {
    int port = started(kind).port();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(new Endpoint("127.0.0.1", port))) {
      for (var asked : TABLE) {
        var ours = exchange(origin, port, asked, "");
        var theirs = client.send(theirs(port, asked), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(ours.status)
            .as("%s", asked)
            .isEqualTo(asked.status())
            .isEqualTo(theirs.statusCode());
        assertThat(compared(ours.headers))
            .as("%s", asked)
            .isEqualTo(compared(theirs.headers().map()))
            .hasSizeGreaterThanOrEqualTo(asked.status() == 200 ? 1 : 0);
        assertThat(ours.headers.containsKey("date"))
            .isEqualTo(theirs.headers().firstValue("date").isPresent());
        assertThat(ours.body.toByteArray()).as("%s", asked).isEqualTo(theirs.body());
      }
      assertThat(wire.counts().failed()).isZero();
      assertThat(wire.counts().active()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBodyIsTheOneAskedFor(OtherServer.Kind kind) throws Exception {
    int port = started(kind).port();
    try (var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(new Endpoint("127.0.0.1", port))) {
      var large = exchange(origin, port, new Asked("GET", "/large", 200), "");
      assertThat(large.body.size()).isEqualTo(1 << 20);
      var sent = exchange(origin, port, new Asked("POST", "/length", 100_000, 200), "");
      assertThat(sent.body.toString(StandardCharsets.US_ASCII)).isEqualTo("100000");
      var zipped = exchange(origin, port, new Asked("GET", "/zipped", 200), "");
      assertThat(zipped.headers.get("content-encoding")).containsExactly("gzip");
      assertThat(zipped.body.toByteArray()).startsWith(0x1f, 0x8b);
      var headers = exchange(origin, port, new Asked("GET", "/headers", 200), "").headers;
      assertThat(headers.get("x-two")).containsExactly("a", "b");
      assertThat(headers.get("x-large-14").getFirst()).hasSize(2_000);
      var chunked = exchange(origin, port, new Asked("GET", "/chunked", 200), "");
      assertThat(chunked.headers.get("transfer-encoding")).containsExactly("chunked");
    }
  }

  @ParameterizedTest
  @EnumSource
  void fiftyRequestsShareAConnectionAndTheLastOneEndsIt(OtherServer.Kind kind) throws Exception {
    int port = started(kind).port();
    var small = new Asked("GET", "/small", 200);
    try (var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(new Endpoint("127.0.0.1", port))) {
      for (int i = 0; i < 50; i++) {
        assertThat(exchange(origin, port, small, "").reused).isEqualTo(i > 0);
      }
      assertThat(wire.counts().opened()).isEqualTo(1);
      assertThat(wire.counts().reused()).isEqualTo(49);
      var last = exchange(origin, port, small, "Connection: close\r\n");
      assertThat(last.body.toString(StandardCharsets.US_ASCII)).isEqualTo("small");
      assertThat(wire.counts().idle()).isZero();
      assertThat(exchange(origin, port, new Asked("GET", "/close", 200), "").reused).isFalse();
      assertThat(wire.counts().opened()).isEqualTo(2);
      assertThat(wire.counts().idle()).isZero();
    }
  }
}
