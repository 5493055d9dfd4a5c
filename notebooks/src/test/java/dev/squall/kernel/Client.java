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
import java.util.function.Predicate;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A client of a kernel, as a notebook's server is one. For one thread. */
final class Client implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PATIENCE_MS = 20_000;
  private static final int WAKE_MS = 500;

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
    socket.setSendTimeOut(PATIENCE_MS);
    socket.setHWM(0); // where it is reached, JeroMQ gives an encrypted frame as it came
    socket.setIdentity("client".getBytes(StandardCharsets.UTF_8));
    secure(socket, file);
    socket.connect(file.endpoint(port));
    return socket;
  }

  /** With keys of its own where transport is encrypted. */
  static void secure(ZMQ.Socket socket, ConnectionFile file) {
    file.curve()
        .ifPresent(curve -> {
          var own = ZMQ.Curve.generateKeyPair();
          socket.setCurveServerKey(ZMQ.Curve.z85Decode(curve.publicKey()));
          socket.setCurvePublicKey(ZMQ.Curve.z85Decode(own.publicKey));
          socket.setCurveSecretKey(ZMQ.Curve.z85Decode(own.secretKey));
        });
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request that was not sent yet. */
  Message request(String type, ObjectNode content) {
    var none = JSON.createObjectNode();
    return author.reply(new Message(List.of(), none, none, none, none, List.of()), type, content);
  }

  /** A message as it lies on the wire. */
  List<byte[]> written(Message message) {
    return frames.write(message);
  }

  /** Sends, and gives what was sent. */
  Message send(ZMQ.Socket socket, String type, ObjectNode content) {
    var message = request(type, content);
    Sockets.send(socket, written(message));
    return message;
  }

  /** Answers what the person was asked. */
  void answer(Message asked, String value) {
    var content = JSON.createObjectNode().put("value", value);
    Sockets.send(stdin, written(author.reply(asked, "input_reply", content)));
  }

  /** What was sent before, by whichever socket, has arrived at the kernel then. */
  void roundTrip() {
    heartbeat.send("ping");
    if (!"ping".equals(heartbeat.recvStr())) {
      throw new AssertionError("no heartbeat");
    }
  }

  /** Waits until it is heard that somebody may be heard; what else was heard is overheard. */
  void awaitWelcome() {
    iopub.setReceiveTimeOut(WAKE_MS);
    for (int i = 0; i < PATIENCE_MS / WAKE_MS; i++) {
      var received = Sockets.receive(iopub);
      if (received.isEmpty()) {
        wake();
        continue;
      }
      var message = read(received); // once: one that is read again is a replay
      if (message.type().equals("iopub_welcome")) {
        iopub.setReceiveTimeOut(PATIENCE_MS);
        return;
      }
      overheard.add(message);
    }
    throw new AssertionError("nobody said welcome");
  }

  /** JeroMQ's thread may sleep over the last connection that it was to make. */
  private void wake() {
    try (var one = context.socket(SocketType.PAIR);
        var other = context.socket(SocketType.PAIR)) {
      one.setLinger(0);
      other.setLinger(0);
      other.connect("tcp://127.0.0.1:" + one.bindToRandomPort("tcp://127.0.0.1"));
    }
  }

  Message receive(ZMQ.Socket socket) {
    return read(heard(socket));
  }

  private static List<byte[]> heard(ZMQ.Socket socket) {
    var received = Sockets.receive(socket);
    if (received.isEmpty()) {
      throw new AssertionError("nothing came");
    }
    return received;
  }

  private Message read(List<byte[]> received) {
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

    /** Types in their order, {@code busy} and {@code idle} for the status. */
    List<String> types() {
      return heard.stream().map(one -> state(one).isEmpty() ? one.type() : state(one)).toList();
    }

    /** Whether it went through: {@code ok}, {@code error} or what else there is. */
    String status() {
      return reply.path("status").asText();
    }

    /** What the value of a cell is as text. */
    String result() {
      return heard("execute_result").getFirst().path("data").path("text/plain").asText();
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
    return given(socket, send(socket, type, content));
  }

  /** What a request gives that was sent by a socket; it is the next to get its reply there. */
  Given given(ZMQ.Socket socket, Message sent) {
    var reply = receive(socket);
    if (!reply.parent().equals(sent.header())) {
      throw new AssertionError("the reply to another: " + reply);
    }
    if (!reply.type().equals(sent.type().replace("_request", "_reply"))) {
      throw new AssertionError("no reply to a " + sent.type() + ": " + reply);
    }
    return new Given(reply.content(), untilIdle(sent));
  }

  /** All that was heard of a request and not given yet, until its end. */
  List<Message> untilIdle(Message sent) {
    var heard = new ArrayList<Message>();
    do {
      heard.add(next(sent));
    } while (!state(heard.getLast()).equals("idle"));
    return heard;
  }

  /** The next of a type that is heard of a request. */
  Message until(Message sent, String type) {
    while (true) {
      var one = next(sent);
      if (one.type().equals(type)) {
        return one;
      }
    }
  }

  private Message next(Message sent) {
    for (int i = 0; i < overheard.size(); i++) {
      if (isOf(overheard.get(i), sent)) {
        return overheard.remove(i);
      }
    }
    while (true) {
      var one = receive(iopub);
      if (isOf(one, sent)) {
        return one;
      }
      overheard.add(one);
    }
  }

  private static boolean isOf(Message heard, Message sent) {
    return heard.parent().path("msg_id").asText().equals(sent.id());
  }

  private static String state(Message heard) {
    return heard.type().equals("status") ? heard.content().path("execution_state").asText() : "";
  }

  /** Listens until something is heard, or was already, of another request than the last one. */
  void awaitOverheard(Predicate<Message> wanted) {
    while (overheard.stream().noneMatch(wanted)) {
      overheard.add(receive(iopub));
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
