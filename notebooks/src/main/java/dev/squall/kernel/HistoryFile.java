package dev.squall.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was entered in all sessions, a line of JSON for each cell: {@code {"session": 3, "line": 1,
 * "code": "1 + 1"}}. Several kernels write to it at once. Where it cannot be read or written, the
 * session goes on without it.
 */
final class HistoryFile {
  private static final System.Logger LOG = System.getLogger(HistoryFile.class.getName());
  private static final JsonMapper JSON = new JsonMapper();

  /** What is older is forgotten. */
  private static final int MOST = 10_000;

  private final Path path;
  private final List<History.Entry> earlier = new ArrayList<>();
  private int session = 1;

  HistoryFile(Path path) {
    this.path = path;
    begin();
  }

  /** The number of this session, which no other one has. */
  int session() {
    return session;
  }

  List<History.Entry> earlier() {
    return earlier;
  }

  /** The number is taken by writing it, while nobody else can. */
  private void begin() {
    try {
      Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
      try (var channel =
              FileChannel.open(
                  path,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        var all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining() && channel.read(all) >= 0) {
          // to its end
        }
        new String(all.array(), StandardCharsets.UTF_8).lines().forEach(this::read);
        if (earlier.size() > MOST) {
          earlier.subList(0, earlier.size() - MOST).clear();
          channel.truncate(0);
          for (var entry : earlier) {
            write(channel, line(entry));
          }
        }
        channel.position(channel.size());
        write(channel, line(new History.Entry(session, 0, "", "")));
      }
    } catch (IOException | ArithmeticException e) {
      LOG.log(System.Logger.Level.WARNING, "earlier cells are not known: " + e);
    }
  }

  private void read(String line) {
    try {
      var json = JSON.readTree(line);
      int number = json.path("session").asInt(0);
      session = Math.max(session, number + 1);
      if (number > 0 && json.path("line").asInt(0) > 0) {
        earlier.add(
            new History.Entry(number, json.path("line").asInt(), json.path("code").asText(), ""));
      }
    } catch (JsonProcessingException _) {
      // half a line, of a process that was killed
    }
  }

  void add(History.Entry entry) {
    try (var channel =
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var _ = channel.lock()) {
      write(channel, line(entry));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a cell is not remembered", e);
    }
  }

  private static String line(History.Entry entry) {
    return JSON.createObjectNode()
            .put("session", entry.session())
            .put("line", entry.line())
            .put("code", entry.code())
        + "\n";
  }

  private static void write(FileChannel channel, String line) throws IOException {
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
