package dev.squall.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * A connection that is ready to be spoken on.
 *
 * @param raw the socket itself: what is closed, whoever closes it
 * @param top what is read from and written to: the same, or TLS over it
 */
record Link(Socket raw, Socket top, InputStream in, OutputStream out) {

  static Link plain(Socket socket) throws IOException {
    return over(socket, socket);
  }

  static Link over(Socket raw, Socket top) throws IOException {
    return new Link(raw, top, top.getInputStream(), top.getOutputStream());
  }

  boolean isSecure() {
    return top instanceof SSLSocket;
  }

  /** Bytes came that nobody asked for; not asked of TLS, which has things to say of its own. */
  boolean hasSpoken() {
    try {
      return !isSecure() && in.available() > 0;
    } catch (IOException e) {
      return true;
    }
  }
}
