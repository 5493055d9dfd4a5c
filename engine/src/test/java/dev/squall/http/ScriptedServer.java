package dev.squall.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that does what a script says, once for each connection. */
final class ScriptedServer implements AutoCloseable {
  /** What happens on the k-th connection, counted from 0; the connection is closed afterwards. */
  interface Script {
    void serve(Peer peer, int k) throws IOException, InterruptedException;
  }

  /** The server's end of a connection. */
  record Peer(Socket socket, InputStream in, OutputStream out) {
    /** Reads a request without a body; false: the client closed. */
    boolean request() throws IOException {
      int state = 0;
      while (state < 4) {
        int b = in.read();
        if (b < 0) {
          return false;
        }
        state = b == "\r\n\r\n".charAt(state) ? state + 1 : b == '\r' ? 1 : 0;
      }
      return true;
    }

    void say(String text) throws IOException {
      say(Parsing.bytes(text));
    }

    void say(byte[] bytes) throws IOException {
      out.write(bytes);
    }

    /** RST instead of FIN when it is closed. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Blocks until the client closes. */
    void untilClosed() throws IOException {
      while (in.read() >= 0) {}
    }
  }

  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();

  ScriptedServer(Script script) throws IOException {
    listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(script));
  }

  /** Answers each request on a connection with that text. */
  static ScriptedServer answering(String text) throws IOException {
    return new ScriptedServer((peer, k) -> {
      while (peer.request()) {
        peer.say(text);
      }
    });
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", listener.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept(Script script) {
    try {
      while (true) {
        var socket = listener.accept();
        int k = connections.getAndIncrement();
        Thread.ofVirtual().start(() -> serve(script, socket, k));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private static void serve(Script script, Socket socket, int k) {
    try (socket) {
      socket.setTcpNoDelay(true);
      script.serve(new Peer(socket, socket.getInputStream(), socket.getOutputStream()), k);
    } catch (IOException | InterruptedException e) {
      // the client went away, which is its right
    }
  }
}
