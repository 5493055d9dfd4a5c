package dev.squall.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages as a client of Jupyter's signs them. */
class FramesTest {
  private static final Signature SIGNATURE = Signature.of("hmac-sha256", "a-key").orElseThrow();

  private static final String HEADER =
      """
      {"msg_id":"1","msg_type":"kernel_info_request","session":"s","username":"u",\
      "date":"2026-11-27T00:00:00Z","version":"5.4"}\
      """;

  /** Made by the hmac and hashlib modules of Python, which Jupyter's clients sign with. */
  private static final String PYTHONS =
      "a7e634abfcd69a27faf53b6f2156aa66fc39660cb7ac7a5ca92da291fd0f1eee";

  private final Frames frames = new Frames(SIGNATURE);
  private final Author author =
      new Author("somebody", InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z")));

  private static List<byte[]> bytes(String... frames) {
    var all = new ArrayList<byte[]>();
    for (var frame : frames) {
      all.add(frame.getBytes(UTF_8));
    }
    return all;
  }

  private static List<byte[]> signed(String... parts) {
    var all = bytes("client", "<IDS|MSG>");
    all.add(SIGNATURE.of(bytes(parts)));
    all.addAll(bytes(parts));
    return all;
  }

  private void isRefused(List<byte[]> message, String why) {
    assertThatThrownBy(() -> frames.read(message)).isInstanceOf(Refused.class).hasMessage(why);
  }

  private static ObjectNode content(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  @Test
  void whatAClientOfPythonSignedIsRead() throws Refused {
    var message =
        frames.read(
            bytes("router", "client", "<IDS|MSG>", PYTHONS, HEADER, "{}", "{}", "{}", "buffer"));

    assertThat(message.type()).isEqualTo("kernel_info_request");
    assertThat(message.id()).isEqualTo("1");
    assertThat(message.session()).isEqualTo("s");
    assertThat(message.identities()).extracting(String::new).containsExactly("router", "client");
    assertThat(message.buffers()).extracting(String::new).containsExactly("buffer");
  }

  @Test
  void anAnswerGoesBackAndSaysWhatItAnswers() throws Refused {
    var request = frames.read(signed(HEADER, "{}", "{}", "{\"code\":\"1 + 1\"}"));
    var written = frames.write(author.reply(request, "execute_reply", content("status", "ok")));
    var read = new Frames(SIGNATURE).read(written);

    assertThat(read.identities()).extracting(String::new).containsExactly("client");
    assertThat(read.parent()).isEqualTo(request.header());
    assertThat(read.type()).isEqualTo("execute_reply");
    assertThat(read.content()).isEqualTo(content("status", "ok"));
    assertThat(read.header().path("date").asText()).isEqualTo("2026-11-27T12:00:00Z");
    assertThat(read.header().path("version").asText()).isEqualTo("5.5");
  }

  @Test
  void whatEverybodyHearsHasItsTypeForATopicAndAnIdOfItsOwn() {
    var one = author.broadcast(content("msg_id", "1"), "stream", content("text", "a"));
    var other = author.broadcast(content("msg_id", "1"), "stream", content("text", "a"));

    assertThat(one.identities()).extracting(String::new).containsExactly("stream");
    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.session()).isEqualTo(other.session());
  }

  @Test
  void aSignatureThatIsNotOursIsRefused() {
    var wrong = signed(HEADER, "{}", "{}", "{}");
    wrong.set(2, PYTHONS.replace('a', 'b').getBytes(UTF_8));
    isRefused(wrong, "a signature that is not ours");

    var changed = signed(HEADER, "{}", "{}", "{\"code\":\"1\"}");
    changed.set(6, "{\"code\":\"2\"}".getBytes(UTF_8));
    isRefused(changed, "a signature that is not ours");

    isRefused(bytes("<IDS|MSG>", "", HEADER, "{}", "{}", "{}"), "a signature that is not ours");
  }

  @Test
  void whatComesAgainIsRefusedByWhicheverSocket() throws Refused {
    frames.read(signed(HEADER, "{}", "{}", "{}"));

    isRefused(signed(HEADER, "{}", "{}", "{}"), "a message that came before");
  }

  @Test
  void whatWasRefusedForItsSignatureIsNotTakenForSomethingThatCameBefore() throws Refused {
    var stolen = signed(HEADER, "{}", "{}", "{}");
    stolen.set(6, "{\"code\":\"2\"}".getBytes(UTF_8));
    isRefused(stolen, "a signature that is not ours");

    assertThat(frames.read(signed(HEADER, "{}", "{}", "{}")).id()).isEqualTo("1");
  }

  @Test
  void whatIsNoMessageIsRefused() {
    isRefused(List.of(), "frames without <IDS|MSG>");
    isRefused(bytes("a", "b"), "frames without <IDS|MSG>");
    isRefused(bytes("<IDS|MSG>"), "a message of too few frames");
    isRefused(bytes("<IDS|MSG>", PYTHONS, HEADER, "{}", "{}"), "a message of too few frames");
    isRefused(signed("{", "{}", "{}", "{}"), "a header that is no JSON");
    isRefused(signed("{} {}", "{}", "{}", "{}"), "a header that is no JSON");
    isRefused(signed("[]", "{}", "{}", "{}"), "a header that is no object");
    isRefused(signed("", "{}", "{}", "{}"), "a header that is no object");
    isRefused(signed("{\"msg_id\":1}", "{}", "{}", "{}"), "a header without msg_id");
    isRefused(signed("{\"msg_id\":\"1\"}", "{}", "{}", "{}"), "a header without msg_type");
    isRefused(signed(HEADER, "null", "{}", "{}"), "a parent header that is no object");
    isRefused(signed(HEADER, "{}", "1", "{}"), "a metadata that is no object");
    isRefused(signed(HEADER, "{}", "{}", "\"\\ud800"), "a content that is no JSON");
  }

  @Test
  void whateverIsSentNothingButAMessageOrARefusalComesOfIt() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var message = signed(HEADER.replace("\"1\"", "\"" + i + "\""), "{}", "{}", "{\"a\":[1]}");
      for (int j = random.nextInt(4); j >= 0; j--) {
        int at = random.nextInt(message.size());
        switch (random.nextInt(3)) {
          case 0 -> message.remove(at);
          case 1 -> message.add(at, message.get(random.nextInt(message.size())));
          default -> {
            var frame = message.get(at).clone();
            if (frame.length > 0) {
              frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            message.set(at, frame);
          }
        }
        if (message.isEmpty()) {
          break;
        }
      }
      try {
        assertThat(frames.read(message).type()).isNotNull();
      } catch (Refused e) {
        assertThat(e).hasMessageNotContaining("msg_id\"");
      }
    }
  }

  @Test
  void schemesHaveTheirNames() {
    assertThat(Signature.of("hmac-sha512", "k")).isPresent();
    assertThat(Signature.of("hmac-md5", "k")).isEmpty();
    assertThat(Signature.of("sha256", "k")).isEmpty();
  }
}
