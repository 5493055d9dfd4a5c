package dev.squall.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks the kernel to look after silent connections. How long the silence lasts can be said on Linux
 * and macOS and is the system's own choice elsewhere (two hours by RFC 9293 §3.8.4); how often it
 * asks then is always the system's.
 */
final class TcpKeepAlive {
  /** Linux takes no more. */
  private static final long LONGEST_SECONDS = 32_767;

  private final int seconds;

  // The option lives outside of java.base, and a socket knows it by name.
  private volatile @Nullable SocketOption<Integer> idle;
  private volatile boolean searched;

  /** Zero: never. A part of a second counts as one. */
  TcpKeepAlive(Duration silence) {
    long whole = silence.plusNanos(999_999_999).toSeconds();
    seconds = (int) Math.min(whole, LONGEST_SECONDS);
  }

  void set(Socket socket) throws IOException {
    if (seconds == 0) {
      return;
    }
    socket.setKeepAlive(true);
    if (!searched) {
      idle = find(socket);
      searched = true;
    }
    var known = idle;
    if (known != null) {
      socket.setOption(known, seconds);
    }
  }

  @SuppressWarnings("unchecked") // its type is asked for
  static @Nullable SocketOption<Integer> find(Socket socket) {
    for (var option : socket.supportedOptions()) {
      if (option.name().equals("TCP_KEEPIDLE") && option.type() == Integer.class) {
        return (SocketOption<Integer>) option;
      }
    }
    return null;
  }
}
