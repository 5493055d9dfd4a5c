package dev.squall.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * A few descriptors held back for what has to go on when there are no more: loading a class,
 * resolving a name, writing a report. The first socket that cannot be had sets them free, and from
 * then on the wire has no more sockets than it had at that moment.
 */
final class FileReserve implements AutoCloseable {
  private static final int HELD = 16;

  private final IntSupplier connections;
  private final AtomicInteger connecting = new AtomicInteger();
  private volatile int most = Integer.MAX_VALUE;
  private List<Socket> held = new ArrayList<>(HELD);

  /** Counts with the number of connections that are open. */
  FileReserve(IntSupplier connections) {
    this.connections = connections;
    try {
      while (held.size() < HELD) {
        var socket = new Socket(Proxy.NO_PROXY);
        held.add(socket);
        socket.setTcpNoDelay(true); // the first call that needs a descriptor
      }
    } catch (IOException e) {
      // The first connection will meet the same limit and say so.
    }
  }

  /** Whether another socket may be asked for; {@link #leave} follows if so. */
  boolean enter() {
    int now = connecting.incrementAndGet();
    if (most == Integer.MAX_VALUE || now + connections.getAsInt() <= most) {
      return true;
    }
    connecting.decrementAndGet();
    return false;
  }

  /** The socket is one of the connections, or it is closed. */
  void leave() {
    connecting.decrementAndGet();
  }

  /** Whoever entered could not have a socket. */
  synchronized void exhausted() {
    int now = connecting.get() - 1 + connections.getAsInt();
    // Where nothing is held any more, somebody else has taken what was set free.
    most = Math.max(1, Math.min(most, held.isEmpty() ? now - HELD : now));
    close();
  }

  @Override
  public synchronized void close() {
    held.forEach(Watch::closeQuietly);
    held = List.of();
  }
}
