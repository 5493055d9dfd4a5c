package dev.squall.run;

import static dev.squall.Squall.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Option;
import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.scenario.Request;
import dev.squall.stats.Trace.TracedStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coded bodies from a server, as checks and a person read them. */
@Timeout(60)
class DecodingTest {
  private static final String TEXT = "Grüße an die Welt. ".repeat(8);

  /** What gzip 1.12, zlib 1.2, zstd 1.5.4 and the brotli of Node 20 made of the text. */
  private static byte[] coded(String coding) {
    var text =
        switch (coding) {
          case "gzip" -> "H4sIAAAAAAACA3MvOrzn8PxUhcQ8hZTMVIXw1JwSPQX3wScIAHIlVdGoAAAA";
          case "zlib" -> "eNpzLzq85/D8VIXEPIWUzFSF8NScEj0F98EnCABIwkJR";
          case "raw" -> "cy86vOfw/FSFxDyFlMxUhfDUnBI9BffBJwgA";
          case "br" -> "G6cA+C0ObJtM1kjvZRupsq+OhhukzE1up7F98sqrMLIEcaELCYOENf6lmcgD";
          case "zstd" -> "KLUv/SSo5QAAqEdyw7zDn2UgYW4gZGllIFdlbHQuIAEAIUhNJmPsjjU=";
          case String other -> throw new IllegalArgumentException(other);
        };
    return Base64.getDecoder().decode(text);
  }

  private static byte[] gzipped(byte[] content) {
    var to = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(to)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to.toByteArray();
  }

  private static RecordingServer answering(String headers, byte[] body) throws IOException {
    return new RecordingServer((_, socket) -> {
      RecordingServer.write(
          socket, "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
      socket.getOutputStream().write(body);
    });
  }

  private static TracedStep answer(
      Request request, String headers, byte[] body, Option... options) {
    var all = Arrays.copyOf(options, options.length + 1);
    try (var server = answering(headers, body)) {
      all[options.length] = at(server.url());
      return once(scenario("s", request), all).steps().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Request READING = get("/").check(body().is(TEXT));

  private static void isOther(TracedStep step, String kind, String... words) {
    assertThat(step.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.category()).isEqualTo(Category.OTHER_ERROR);
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.message()).contains(words);
            });
    // A person sees the same where the body would be.
    assertThat(step.body()).contains(words);
    assertThat(step.checks()).noneMatch(check -> check.ok());
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip",
    "x-gzip, gzip",
    "GZIP, gzip",
    "deflate, zlib",
    "deflate, raw",
    "br, br",
    "zstd, zstd"
  })
  void everyCodingIsUndoneForWhoeverReads(String name, String data) {
    var step = answer(READING, "Content-Encoding: " + name + "\r\n", coded(data));
    assertThat(step.error()).isEmpty();
    assertThat(step.body()).isEqualTo(TEXT);
  }

  @Test
  void everyLookupReadsTheDecodedBody() {
    var json = gzipped("{\"a\": 7}".getBytes(UTF_8));
    var step =
        answer(
            get("/").check(jsonPath("$.a").is(7), regex("a.: (.)").is(7), body().contains("a")),
            "content-encoding: gzip\r\n",
            json);
    assertThat(step.error()).isEmpty();
    assertThat(
            answer(
                    get("/").check(xpath("/a/b").is("x")),
                    "content-encoding: gzip\r\n",
                    gzipped("<a><b>x</b></a>".getBytes(UTF_8)))
                .error())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding: br, gzip\r\n",
        "Content-Encoding: br\r\nContent-Encoding: gzip\r\n",
        "Content-Encoding: ,br , identity,\tgzip\r\n"
      })
  void severalCodingsAreUndoneInReverse(String headers) {
    assertThat(answer(READING, headers, gzipped(coded("br"))).error()).isEmpty();
  }

  @Test
  void noBodyNeedsNoDecoding() {
    assertThat(
            answer(get("/").check(body().is("")), "Content-Encoding: gzip\r\n", new byte[0])
                .error())
        .isEmpty();
  }

  @Test
  void anUnknownCodingIsTold() {
    isOther(
        answer(READING, "Content-Encoding: compress\r\n", new byte[] {1}),
        "unknown_coding",
        "compress",
        "gzip, deflate, br and zstd");
    isOther(
        answer(READING, "Content-Encoding: nope, gzip\r\n", coded("gzip")),
        "unknown_coding",
        "nope");
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "deflate, zlib", "deflate, raw", "br, br", "zstd, zstd"})
  void brokenContentIsTold(String name, String data) {
    var whole = coded(data);
    for (int length = 3; length < whole.length; length += 11) {
      isOther(
          answer(READING, "Content-Encoding: " + name + "\r\n", Arrays.copyOf(whole, length)),
          "decode_error",
          "cannot be decoded as " + name);
    }
  }

  @Test
  void moreCodingsThanAnyoneUsesAreNotUndone() {
    isOther(
        answer(READING, "Content-Encoding: " + "gzip, ".repeat(2000) + "br\r\n", new byte[] {1}),
        "decode_error",
        "more than 4 times");
  }

  @Test
  void whatNobodyReadsIsNotDecodedAndFailsNothing() {
    for (var coding : new String[] {"gzip", "nope"}) {
      var step =
          answer(
              get("/").check(status().is(200)),
              "Content-Encoding: " + coding + "\r\n",
              new byte[9]);
      assertThat(step.error()).isEmpty();
      assertThat(step.body()).contains("[the body ", coding);
    }
  }

  @Test
  void aBombIsToldByTheLimitOfKeptBodies() {
    var zeros = new byte[64 << 20];
    // 64 MiB of zeros by Node's brotli; gzip of the JDK.
    var brotli =
        Base64.getDecoder()
            .decode(
                "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgs"
                    + "AdO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==");
    isOther(
        answer(READING, "Content-Encoding: gzip\r\n", gzipped(zeros), keptBody(1000)),
        "body_too_long",
        "1000 bytes",
        "keptBody(bytes)");
    isOther(
        answer(READING, "Content-Encoding: br\r\n", brotli),
        "body_too_long",
        "16777216 bytes",
        "keptBody(bytes)");
    isOther(
        answer(
            READING,
            "Content-Encoding: gzip, gzip\r\n",
            gzipped(gzipped(zeros)),
            keptBody(100_000)),
        "body_too_long",
        "100000 bytes");
  }

  @Test
  void theLimitHoldsForRawBodiesToo() {
    var body = TEXT.getBytes(UTF_8);
    assertThat(answer(READING, "", body, keptBody(body.length)).error()).isEmpty();
    var step = answer(READING, "", body, keptBody(body.length - 1));
    isOther(step, "body_too_long", (body.length - 1) + " bytes");
    assertThat(step.body()).startsWith("Grüße an die Welt. Grüße");
    assertThat(answer(get("/"), "", body, keptBody(3)).error()).isEmpty();
    assertThat(answer(READING, "Content-Encoding: gzip\r\n", coded("gzip"), keptBody(168)).error())
        .isEmpty();
    isOther(
        answer(READING, "Content-Encoding: gzip\r\n", coded("gzip"), keptBody(167)),
        "body_too_long",
        "the 167 bytes");
    isOther(
        answer(READING, "Content-Encoding: gzip\r\n", coded("gzip"), keptBody(20)),
        "body_too_long",
        "the 20 bytes");
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "deflate, zlib", "deflate, raw", "br, br", "zstd, zstd"})
  void damagedContentNeverThrowsAndNeverHangs(String name, String data) {
    var random = new Random(7);
    var body = new AnswerBody();
    for (int i = 0; i < 3000; i++) {
      var bytes = coded(data);
      for (int k = 0; k <= i % 4; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      body.begin(100_000);
      body.coded(name);
      body.append(bytes, 0, bytes.length);
      var why = body.unreadable();
      assertThat(why == null || why.kind().matches("decode_error|body_too_long")).isTrue();
      assertThat(body.length()).isBetween(0, 100_000);
    }
  }
}
