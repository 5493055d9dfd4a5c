import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import dev.squall.shop.PracticeShop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Prints how long two shops took from their start to their first answer, in ms, for start.sh. */
class Start {
  void main() throws Exception {
    exchangeSomething();
    var first = startToFirstAnswer();
    // The second is to find at rest what the first does after its first answers.
    Thread.sleep(2_000);
    IO.println(first + " " + startToFirstAnswer());
  }

  /** The promise is for a JVM that runs already, and has spoken HTTP before. */
  static void exchangeSomething() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    try (var client = HttpClient.newHttpClient()) {
      var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
    }
    server.stop(0);
  }

  static long startToFirstAnswer() throws Exception {
    var started = System.nanoTime();
    try (var shop = PracticeShop.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      var request = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
      return (System.nanoTime() - started) / 1_000_000;
    }
  }
}
