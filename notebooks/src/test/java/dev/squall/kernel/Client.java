package dev.squall.kernel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Author;
import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.kernel.wire.Frames;
import dev.squall.kernel.wire.Message;
import dev.squall.kernel.wire.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A client of a kernel, as a notebook's server is one. For one thread. */
final class Client implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PATIENCE_MS = 20_000;

  final ZMQ.Context context = ZMQ.context(1);
  final ZMQ.Socket shell;
  final ZMQ.Socket control;
  final ZMQ.Socket stdin;
  final ZMQ.Socket iopub;
  final ZMQ.Socket heartbeat;

  /** What was heard of others than whoever was listened to. */
  final List<Message> overheard = new ArrayList<>();

  private final Author author = new Author("test");
  private final Frames frames;

  Client(ConnectionFile file) {
    frames = new Frames(file.signature());
    shell = connected(SocketType.DEALER, file, file.shell());
    control = connected(SocketType.DEALER, file, file.control());
    stdin = connected(SocketType.DEALER, file, file.stdin());
    heartbeat = connected(SocketType.REQ, file, file.heartbeat());
    iopub = connected(SocketType.SUB, file, file.iopub());
    iopub.subscribe(new byte[0]);
  }

  private ZMQ.Socket connected(SocketType type, ConnectionFile file, int port) {
    var socket = context.socket(type);
    socket.setLinger(0);
    socket.setReceiveTimeOut(PATIENCE_MS);
    socket.setIdentity("client".getBytes(StandardCharsets.UTF_8));
    file.curve()
        .ifPresent(curve -> {
          var own = ZMQ.Curve.generateKeyPair();
          socket.setCurveServerKey(ZMQ.Curve.z85Decode(curve.publicKey()));
          socket.setCurvePublicKey(ZMQ.Curve.z85Decode(own.publicKey));
          socket.setCurveSecretKey(ZMQ.Curve.z85Decode(own.secretKey));
        });
    socket.connect(file.endpoint(port));
    return socket;
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends, and gives what was sent. */
  Message send(ZMQ.Socket socket, String type, ObjectNode content) {
    var none = JSON.createObjectNode();
    var nobody = new Message(List.of(), none, none, none, none, List.of());
    var message = author.reply(nobody, type, content);
    Sockets.send(socket, frames.write(message));
    return message;
  }

  Message receive(ZMQ.Socket socket) {
    var received = Sockets.receive(socket);
    if (received.isEmpty()) {
      throw new AssertionError("nothing came");
    }
    try {
      return frames.read(received);
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  /** What a request gave: the reply, and all that everybody heard of it, busy and idle included. */
  record Given(ObjectNode reply, List<Message> heard) {
    /** Contents of a type. */
    List<ObjectNode> heard(String type) {
      return heard.stream().filter(one -> one.type().equals(type)).map(Message::content).toList();
    }

    /** Text of a stream. */
    String printed(String name) {
      var text = new StringBuilder();
      heard("stream").stream()
          .filter(one -> one.path("name").asText().equals(name))
          .forEach(one -> text.append(one.path("text").asText()));
      return text.toString();
    }
  }

  Given ask(String type, String content) {
    return ask(shell, type, json(content));
  }

  Given ask(ZMQ.Socket socket, String type, ObjectNode content) {
    var sent = send(socket, type, content);
    var reply = receive(socket);
    if (!reply.parent().equals(sent.header())) {
      throw new AssertionError("the reply to another: " + reply);
    }
    return new Given(reply.content(), untilIdle(sent));
  }

  List<Message> untilIdle(Message sent) {
    var heard = new ArrayList<Message>();
    while (true) {
      var one = receive(iopub);
      if (one.parent().path("msg_id").asText().equals(sent.id())) {
        heard.add(one);
        if (one.type().equals("status")
            && one.content().path("execution_state").asText().equals("idle")) {
          return heard;
        }
      } else {
        overheard.add(one);
      }
    }
  }

  Given run(String code) {
    return ask(shell, "execute_request", cell(code));
  }

  static ObjectNode cell(String code) {
    return JSON.createObjectNode()
        .put("code", code)
        .put("silent", false)
        .put("store_history", true)
        .put("allow_stdin", true)
        .put("stop_on_error", true);
  }

  @Override
  public void close() {
    List.of(shell, control, stdin, iopub, heartbeat).forEach(ZMQ.Socket::close);
    context.term();
  }
}
