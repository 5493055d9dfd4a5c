package dev.squall.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A server that others wrote, on loopback. All answer the same paths, each in its own way.
 *
 * @param port where it listens
 * @param end how to end it
 */
record OtherServer(int port, Runnable end) implements AutoCloseable {
  private static final byte[] LARGE = bytes("0123456789abcdef".repeat(65_536));

  /** The kinds there are. */
  enum Kind {
    NGINX {
      @Override
      Optional<OtherServer> start(Path folder) throws IOException, InterruptedException {
        return nginx(folder);
      }
    },
    JDK {
      @Override
      Optional<OtherServer> start(Path folder) throws IOException {
        return Optional.of(jdk());
      }
    },
    PYTHON {
      @Override
      Optional<OtherServer> start(Path folder) throws IOException {
        return python(folder);
      }
    };

    /** Empty where this machine has none. */
    abstract Optional<OtherServer> start(Path folder) throws IOException, InterruptedException;
  }

  @Override
  public void close() {
    end.run();
  }

  private static Optional<OtherServer> nginx(Path folder) throws IOException, InterruptedException {
    var program = program("nginx");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    var files = Files.createDirectory(folder.resolve("files"));
    Files.write(files.resolve("small"), bytes("small"));
    Files.write(files.resolve("large"), LARGE);
    Files.write(files.resolve("chunked"), bytes("a line\n".repeat(10_000)));
    Files.write(files.resolve("until-close"), bytes("until the end ".repeat(1_000)));
    Files.write(files.resolve("zipped"), bytes("zipped ".repeat(1_000)));
    Files.write(files.resolve("close"), bytes("last"));
    Files.write(files.resolve("headers"), bytes("large head"));
    String headers =
        IntStream.range(0, 15)
            .mapToObj(i -> "add_header X-Large-" + i + " \"" + "x".repeat(2_000) + "\";")
            .collect(Collectors.joining("\n"));
    // Another process may take the port between our looking and its listening.
    for (int attempt = 0; attempt < 3; attempt++) {
      int port = freePort();
      Files.writeString(
          folder.resolve("nginx.conf"),
          resource("nginx.conf")
              .replace("@PORT@", Integer.toString(port))
              .replace("@HEADERS@", headers + " add_header X-Two a; add_header X-Two b;"));
      var process =
          new ProcessBuilder(program.get().toString(), "-p", folder + "/", "-c", "nginx.conf")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("nginx.log").toFile())
              .start();
      if (answers(process, port)) {
        return Optional.of(new OtherServer(port, () -> end(process)));
      }
      end(process);
    }
    throw new IOException("nginx: " + Files.readString(folder.resolve("nginx.log")));
  }

  private static Optional<OtherServer> python(Path folder) throws IOException {
    var program = program("python3");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    var script = folder.resolve("server.py");
    Files.writeString(script, resource("server.py"));
    var process =
        new ProcessBuilder(program.get().toString(), script.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String port = process.inputReader().readLine();
    if (port == null) { // a stub that only says where to get it
      return Optional.empty();
    }
    return Optional.of(new OtherServer(Integer.parseInt(port), () -> end(process)));
  }

  private static OtherServer jdk() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", OtherServer::answer);
    server.start();
    return new OtherServer(
        server.getAddress().getPort(),
        () -> {
          server.stop(0);
          threads.shutdownNow();
        });
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] asked = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getResponseHeaders();
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/small" -> say(exchange, 200, bytes("small"));
        case "/large" -> say(exchange, 200, LARGE);
        case "/nothing" -> exchange.sendResponseHeaders(204, -1);
        case "/unchanged" -> {
          headers.set("ETag", "\"tag\"");
          exchange.sendResponseHeaders(304, -1);
        }
        case "/length" -> say(exchange, 200, bytes(Integer.toString(asked.length)));
        case "/chunked", "/until-close" -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(bytes("a line\n".repeat(10_000)));
        }
        case "/zipped" -> {
          headers.set("Content-Encoding", "gzip");
          var zipped = new ByteArrayOutputStream();
          try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes("zipped ".repeat(1_000)));
          }
          say(exchange, 200, zipped.toByteArray());
        }
        case "/close" -> {
          headers.set("Connection", "close");
          say(exchange, 200, bytes("last"));
        }
        case "/headers" -> {
          for (int i = 0; i < 15; i++) {
            headers.set("X-Large-" + i, "x".repeat(2_000));
          }
          headers.add("X-Two", "a");
          headers.add("X-Two", "b");
          say(exchange, 200, bytes("large head"));
        }
        case "/broken" -> say(exchange, 500, bytes("broken"));
        default -> say(exchange, 404, bytes("missing"));
      }
    }
  }

  private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean answers(Process process, int port) throws InterruptedException {
    for (int i = 0; i < 250 && process.isAlive(); i++) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return process.isAlive();
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    return false;
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }

  /** Also where only root has it on the path. */
  private static Optional<Path> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin";
    return java.util.Arrays.stream(path.split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String resource(String name) throws IOException {
    try (var in = OtherServer.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return Parsing.bytes(text);
  }
}
