package dev.squall.kernel;

import dev.squall.kernel.wire.Author;
import dev.squall.kernel.wire.Frames;
import dev.squall.kernel.wire.Message;
import dev.squall.kernel.wire.Refused;
import java.util.List;
import java.util.Optional;
import org.zeromq.ZMQ;

/**
 * Asks the person of a client, on stdin. One question at a time, each by the thread that has it.
 */
final class Questions implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Questions.class.getName());
  private static final int LOOK_MS = 50;

  private final ZMQ.Socket socket;
  private final Author author;
  private final Frames frames;
  private volatile boolean isClosed;

  Questions(ZMQ.Socket socket, Author author, Frames frames) {
    this.socket = socket;
    this.author = author;
    this.frames = frames;
  }

  /**
   * The answer of whoever sent a request; nothing where he cannot be asked.
   *
   * @throws InterruptedException when nobody wants it any more
   */
  synchronized Optional<String> ask(Message request, String question, boolean secret)
      throws InterruptedException {
    if (isClosed || !request.content().path("allow_stdin").asBoolean(false)) {
      return Optional.empty();
    }
    var asked =
        author.reply(
            request,
            "input_request",
            Contents.empty().put("prompt", question).put("password", secret));
    socket.setReceiveTimeOut(0);
    while (!Sockets.receive(socket).isEmpty()) {
      // an answer that came too late for its question
    }
    Sockets.send(socket, frames.write(asked));
    socket.setReceiveTimeOut(LOOK_MS);
    while (!isClosed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var received = Sockets.receive(socket);
      if (!received.isEmpty()) {
        var answer = answer(received, asked);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  /** What answers an earlier question, one that was interrupted, is no answer to this one. */
  private Optional<String> answer(List<byte[]> received, Message asked) {
    try {
      var message = frames.read(received);
      return message.type().equals("input_reply")
              && message.parent().path("msg_id").asText(asked.id()).equals(asked.id())
          ? Optional.of(message.content().path("value").asText())
          : Optional.empty();
    } catch (Refused e) {
      LOG.log(System.Logger.Level.WARNING, "dropped from stdin: " + e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    synchronized (this) {
      socket.close();
    }
  }
}
