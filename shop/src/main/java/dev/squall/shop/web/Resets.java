package dev.squall.shop.web;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;

/** Connections that end without an answer and without a farewell: TCP RST. */
final class Resets {

  private Resets() {}

  /** Resets the connection that the request came on, and with it all its other streams. */
  static void reset(Request request) {
    var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    // Under TLS there is an end point within: closing the outer one would say goodbye.
    while (endPoint instanceof EndPoint.Wrapper wrapper) {
      endPoint = wrapper.unwrap();
    }
    if (endPoint instanceof SocketChannelEndPoint socket) {
      try {
        // Closing a socket that may not linger drops what is unsent and sends RST in place of FIN.
        socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // It is closed already: by the client, who need not be told any more.
      }
    }
    // Not the channel alone: the server would keep all else of the connection until it is idle.
    endPoint.close();
  }
}
