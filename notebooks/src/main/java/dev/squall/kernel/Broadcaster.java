package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Author;
import dev.squall.kernel.wire.Frames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Says on iopub what everybody is to hear. Its thread alone has the socket, and sleeps while there
 * is nothing to say; whoever subscribes is welcomed.
 */
final class Broadcaster {
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

  /** Listens, and begins. */
  Broadcaster(ZMQ.Context context, Sockets sockets, String endpoint, Author author, Frames frames) {
    this.context = context;
    this.author = author;
    this.frames = frames;
    listeners = sockets.bound(SocketType.XPUB, endpoint);
    listeners.setSndHWM(0); // else it drops what a slow client has not read yet
    listeners.setXpubVerbose(true);
    rung = context.socket(SocketType.PULL);
    rung.bind(BELL);
    bell = context.socket(SocketType.PUSH);
    bell.connect(BELL);
    thread = Thread.ofPlatform().daemon().name("squall-iopub").start(this::run);
  }

  Outbox outbox() {
    return outbox;
  }

  /** Called under the outbox's lock: the bell is rung by one thread at a time. */
  private void ring() {
    bell.send(new byte[0], ZMQ.DONTWAIT);
  }

  private void run() {
    try (var poller = context.poller(2)) {
      poller.register(rung, ZMQ.Poller.POLLIN);
      poller.register(listeners, ZMQ.Poller.POLLIN);
      while (!outbox.isDone()) {
        poller.poll(outbox.holdsBack() ? Outbox.PATIENCE_NANOS / 1_000_000 + 1 : -1);
        if (poller.pollin(0)) {
          rung.recv(ZMQ.DONTWAIT);
        }
        if (poller.pollin(1)) {
          welcome(listeners.recv(ZMQ.DONTWAIT));
        }
        outbox.take(System.nanoTime()).forEach(this::send);
      }
    } finally {
      listeners.close();
      rung.close();
      bell.close();
    }
  }

  private void welcome(byte[] subscription) {
    if (subscription != null && subscription.length > 0 && subscription[0] == SUBSCRIBES) {
      var topic =
          new String(
              Arrays.copyOfRange(subscription, 1, subscription.length), StandardCharsets.UTF_8);
      send(
          new Outbox.Item.Whole(
              NOTHING,
              "iopub_welcome",
              JsonNodeFactory.instance.objectNode().put("subscription", topic)));
    }
  }

  private void send(Outbox.Item item) {
    var message =
        switch (item) {
          case Outbox.Item.Whole(var parent, var type, var content) ->
              author.broadcast(parent, type, content);
          case Outbox.Item.Stream(var parent, var name, var text) ->
              author.broadcast(
                  parent,
                  "stream",
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("name", name)
                      .put("text", text.toString()));
        };
    Sockets.send(listeners, frames.write(message));
  }

  /** Says the rest, and ends. */
  void end() throws InterruptedException {
    outbox.close();
    thread.join();
  }
}
