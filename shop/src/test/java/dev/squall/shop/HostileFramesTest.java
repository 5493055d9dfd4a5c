package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no WebSocket client sends, byte by byte (RFC 6455 §5 and §7.4). */
@Timeout(60)
class HostileFramesTest extends ShopTest {

  private static final String HANDSHAKE =
      """
      GET /ws/echo HTTP/1.1\r
      Host: a\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      \r
      """;

  @Test
  void theHandshakeIsThatOfTheStandardAndCarriesItsServiceTime() throws IOException {
    try (var socket = connect()) {
      assertThat(handshake(socket, HANDSHAKE))
          .startsWith("HTTP/1.1 101 ")
          .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n") // RFC 6455 §1.3
          .containsPattern("X-Service-Time-Us: \\d+\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unmasked, 81 01 61, 1002",
    "reserved opcode, 83 81 00000000 61, 1002",
    "reserved control opcode, 8B 80 00000000, 1002",
    "reserved bit, C1 81 00000000 61, 1002",
    "control frame in fragments, 09 80 00000000, 1002",
    "control frame too long, 89 FE 0080 00000000 61, 1002",
    "continuation of nothing, 80 81 00000000 61, 1002",
    "text within a text, 01 81 00000000 61 81 81 00000000 61, 1002",
    "close code that is not for the wire, 88 82 00000000 03ED, 1002",
    "close code of one byte, 88 81 00000000 03, 1002",
    "text that is no UTF-8, 81 81 00000000 FF, 1007",
    "text that ends within a character, 81 81 00000000 C3, 1007",
    "as long as can be, 82 FF 7FFFFFFFFFFFFFFF 00000000, 1009",
    "a length that is negative, 82 FF FFFFFFFFFFFFFFFF 00000000, 1009",
  })
  void aFrameThatBreaksTheProtocolClosesTheConnection(String what, String frames, int code)
      throws IOException {
    try (var socket = connect()) {
      assertThat(handshake(socket, HANDSHAKE)).startsWith("HTTP/1.1 101 ");
      socket.getOutputStream().write(HexFormat.of().parseHex(frames.replace(" ", "")));
      var heard = socket.getInputStream().readAllBytes();

      assertThat(heard).as(what).hasSizeGreaterThanOrEqualTo(4);
      assertThat(heard[0]).isEqualTo((byte) 0x88);
      assertThat(closeCode(heard)).isEqualTo(code);
      assertThat(new String(heard, 4, heard.length - 4, UTF_8))
          .doesNotContain("Exception", "\tat ");
    }
    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @Test
  void fragmentsThatGrowTooLongTogetherCloseTheConnection() throws IOException {
    try (var socket = connect()) {
      handshake(socket, HANDSHAKE);
      var part = new byte[40_000];
      socket.getOutputStream().write(HexFormat.of().parseHex("02FE9C4000000000"));
      socket.getOutputStream().write(part);
      socket.getOutputStream().write(HexFormat.of().parseHex("80FE9C4000000000"));
      socket.getOutputStream().write(part);
      var heard = socket.getInputStream().readNBytes(4);

      assertThat(closeCode(heard)).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
      })
  void aHandshakeWithoutThatIsNone(String line) throws IOException {
    try (var socket = connect()) {
      var answer = handshake(socket, HANDSHAKE.replace(line, "X-Nothing: here"));

      assertThat(answer).startsWith("HTTP/1.1 426 ").contains("Upgrade: websocket\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Connection: Upgrade, X-Nothing: here",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, X-Nothing: here",
    "Sec-WebSocket-Version: 13, 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate; nonsense=99'"
  })
  void aMalformedHandshakeIs400AndHoldsNoWorker(String line, String other) throws IOException {
    shop.behave(shop.behaviour().workers(1));
    try (var socket = connect()) {
      var answer = handshake(socket, HANDSHAKE.replace(line, other));

      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/json");
    }
    assertThat(client.get("/health").status()).isEqualTo(200);
    shop.behave(shop.behaviour().workers(0));
  }

  private static int closeCode(byte[] frame) {
    return ByteBuffer.wrap(frame).getChar(2);
  }

  private static Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Sends it and reads the head of the answer. */
  private static String handshake(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
