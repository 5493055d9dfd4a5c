package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Author;
import dev.squall.kernel.wire.Frames;
import dev.squall.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Says on iopub what everybody is to hear. Its thread alone has the socket, and sleeps while there
 * is nothing to say; whoever subscribes is welcomed.
 */
final class Broadcaster {
  private static final System.Logger LOG = System.getLogger(Broadcaster.class.getName());
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
  private static final byte SUBSCRIBES = 1;
  private static final String BELL = "inproc://squall-iopub";

  private final Author author;
  private final Frames frames;
  private final ZMQ.Socket listeners;
  private final ZMQ.Socket bell;
  private final ZMQ.Socket rung;
  private final ZMQ.Context context;
  private final Outbox outbox = new Outbox(this::ring);
  private final Thread thread;

  /**
   * Listens, and begins.
   *
   * @param over called when it cannot go on
   */
  Broadcaster(
      ZMQ.Context context,
      Sockets sockets,
      String endpoint,
      Author author,
      Frames frames,
      Runnable over) {
    this.context = context;
    this.author = author;
    this.frames = frames;
    listeners = sockets.bound(SocketType.XPUB, endpoint);
    listeners.setXpubVerbose(true);
    rung = context.socket(SocketType.PULL);
    rung.bind(BELL);
    bell = context.socket(SocketType.PUSH);
    bell.connect(BELL);
    thread = Thread.ofPlatform().daemon().name("squall-iopub").start(() -> run(over));
  }

  Outbox outbox() {
    return outbox;
  }

  /** Called under the outbox's lock: the bell is rung by one thread at a time. */
  private void ring() {
    bell.send(new byte[0], ZMQ.DONTWAIT);
  }

  /** Whoever listens hears nothing without it: better no kernel than a silent one. */
  @SuppressWarnings("IllegalCatch")
  private void run(Runnable over) {
    try {
      broadcast();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "a bug of Squall: nobody can be told anything more", e);
      outbox.close();
      outbox.take(0).forEach(Broadcaster::giveUp);
      over.run();
    }
  }

  private static void giveUp(Outbox.Item item) {
    if (item instanceof Outbox.Item.Mark(var reached)) {
      reached.complete(null);
    }
  }

  private void broadcast() {
    try (var poller = context.poller(2)) {
      poller.register(rung, ZMQ.Poller.POLLIN);
      poller.register(listeners, ZMQ.Poller.POLLIN);
      while (!outbox.isDone()) {
        poller.poll(outbox.holdsBack() ? Outbox.PATIENCE_NANOS / 1_000_000 + 1 : -1);
        if (poller.pollin(0)) {
          rung.recv(ZMQ.DONTWAIT);
        }
        if (poller.pollin(1)) {
          welcomeAll();
        }
        outbox.take(System.nanoTime()).forEach(this::send);
      }
    } finally {
      listeners.close();
      rung.close();
      bell.close();
    }
  }

  private void welcomeAll() {
    for (var next = listeners.recv(ZMQ.DONTWAIT);
        next != null;
        next = listeners.recv(ZMQ.DONTWAIT)) {
      if (next.length > 0 && next[0] == SUBSCRIBES) {
        welcome(new String(next, 1, next.length - 1, StandardCharsets.UTF_8));
      }
    }
  }

  private void welcome(String topic) {
    var content = JsonNodeFactory.instance.objectNode().put("subscription", topic);
    Sockets.send(listeners, frames.write(author.broadcast(NOTHING, "iopub_welcome", content)));
  }

  private void send(Outbox.Item item) {
    switch (item) {
      case Outbox.Item.Whole(var parent, var type, var content) ->
          send(author.broadcast(parent, type, content));
      case Outbox.Item.Stream(var parent, var name, var text) ->
          send(
              author.broadcast(
                  parent,
                  "stream",
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("name", name)
                      .put("text", Contents.whole(text.toString()))));
      case Outbox.Item.Mark(var reached) -> reached.complete(null);
    }
  }

  private void send(Message message) {
    var written = frames.write(message);
    welcomeAll(); // before anything else that they hear
    Sockets.send(listeners, written);
  }

  /** Says the rest, and ends. */
  void end() throws InterruptedException {
    outbox.close();
    thread.join();
  }
}
