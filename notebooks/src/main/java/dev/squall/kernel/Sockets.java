package dev.squall.kernel;

import dev.squall.kernel.wire.ConnectionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** Sockets that listen where the connection file says, encrypted where it has keys. */
final class Sockets {
  private static final int LINGER_MS = 1000;
  private static final int PATIENCE_MS = 1000;
  private static final int AGAIN_MS = 100;

  private final ZMQ.Context context;
  private final ConnectionFile file;
  private final List<ZMQ.Socket> bound = new ArrayList<>();

  Sockets(ZMQ.Context context, ConnectionFile file) {
    this.context = context;
    this.file = file;
  }

  /**
   * A new one, for the thread that will have it.
   *
   * @throws ZMQException when the port is taken; those before it do not listen any more either
   */
  ZMQ.Socket bound(SocketType type, String endpoint) {
    var socket = context.socket(type);
    socket.setLinger(LINGER_MS);
    socket.setHWM(0); // else what a slow client has not read, or has sent ahead, is dropped
    file.curve()
        .ifPresent(curve -> {
          socket.setCurveServer(true);
          socket.setCurveSecretKey(ZMQ.Curve.z85Decode(curve.secretKey()));
          socket.setCurvePublicKey(ZMQ.Curve.z85Decode(curve.publicKey()));
        });
    bound.add(socket);
    try {
      bind(socket, endpoint);
    } catch (ZMQException e) {
      bound.forEach(ZMQ.Socket::close);
      context.term();
      throw e;
    }
    return socket;
  }

  /** A client chose the port while it was free, and some who had it for a moment give it back. */
  private static void bind(ZMQ.Socket socket, String endpoint) {
    for (int tries = PATIENCE_MS / AGAIN_MS; ; tries--) {
      try {
        socket.bind(endpoint);
        return;
      } catch (ZMQException e) {
        if (tries == 0 || e.getErrorCode() != ZError.EADDRINUSE) {
          throw new ZMQException(
              endpoint
                  + (e.getErrorCode() == ZError.EADDRINUSE
                      ? " is in use"
                      : " cannot be had: " + e.getMessage()),
              e.getErrorCode(),
              e);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(AGAIN_MS));
      }
    }
  }

  /** All frames of the next message. */
  static List<byte[]> receive(ZMQ.Socket socket) {
    var frames = new ArrayList<byte[]>();
    do {
      var frame = socket.recv();
      if (frame != null) {
        frames.add(frame);
      }
    } while (socket.hasReceiveMore());
    return frames;
  }

  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }
}
