package dev.squall.kernel.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Jupyter has to know: the content of {@code kernel.json}, as <a
 * href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">jupyter_client
 * </a> wants it. No protocol version is claimed: from 5.6 on the client would not choose ports.
 *
 * @param command that starts it; Jupyter puts the file that says where to listen for the last word
 * @param displayName what people see
 */
record KernelSpec(List<String> command, String displayName) {
  /** What starts a kernel, and tells ours from those of others. */
  private static final String MAIN = "dev.squall.kernel.Main";

  private static final String FILE = "kernel.json";
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  KernelSpec {
    command = List.copyOf(command);
  }

  /**
   * Starts as this process was started: the same Java by its whole path, the same options, the same
   * jars, and so the same cache.
   *
   * @param more options of the JVM, which win
   */
  static KernelSpec ofThisProcess(String displayName, List<String> more) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(more);
    command.addAll(
        List.of(
            "-cp",
            classPath(System.getProperty("java.class.path", "")),
            MAIN,
            "{connection_file}"));
    return new KernelSpec(command, displayName);
  }

  /** In short where all jars lie in one folder, which holds nothing else. */
  static String classPath(String written) {
    var entries =
        Arrays.stream(written.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .toList();
    var folders = entries.stream().map(Path::getParent).distinct().toList();
    return folders.size() == 1 && entries.stream().allMatch(one -> one.toString().endsWith(".jar"))
        ? folders.getFirst().resolve("*").toString()
        : String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  String json() {
    var root = JSON.createObjectNode();
    var argv = root.putArray("argv");
    command.forEach(argv::add);
    root.put("display_name", displayName).put("language", "java").put("interrupt_mode", "message");
    root.putObject("metadata").put("debugger", false).put("supported_encryption", "curve");
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  /** Into a folder of its own: the whole of it, or nothing. */
  void write(Path folder) {
    refuseOthers(folder);
    try {
      Files.createDirectories(folder.getParent());
      var made = Files.createTempDirectory(folder.getParent(), ".squall-");
      // readable by all for whom it is installed, which a temporary folder is not
      var readable = Files.createDirectory(made.resolve("kernel"));
      Files.writeString(readable.resolve(FILE), json());
      for (var logo : LOGOS) {
        try (var picture = KernelSpec.class.getResourceAsStream(logo)) {
          if (picture == null) {
            throw new IllegalStateException("built without " + logo);
          }
          Files.copy(picture, readable.resolve(logo));
        }
      }
      delete(folder);
      Files.move(readable, folder);
      Files.delete(made);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be written: " + e, e);
    }
  }

  static void remove(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Told.problem(
          "kernel", "nothing is installed in " + folder, "squall kernel list shows what is");
    }
    refuseOthers(folder);
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be taken away: " + e, e);
    }
  }

  /** What is somebody else's is not touched. */
  private static void refuseOthers(Path folder) {
    if (Files.exists(folder) && found(folder).findAny().isEmpty()) {
      throw Told.problem(
          "kernel", folder + " is no kernel of Squall's", "another name: --name squall-java");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  /**
   * An installed one.
   *
   * @param missing what it starts with and is no longer there
   */
  record Found(Path folder, String displayName, Optional<String> missing) {
    @Override
    public String toString() {
      return folder.getFileName()
          + "  "
          + displayName
          + "  "
          + folder
          + missing
              .map(gone -> "\n  cannot start: " + gone + " is gone; install it again")
              .orElse("");
    }
  }

  /** What is in a folder, if it is one of Squall's. */
  static Stream<Found> found(Path folder) {
    try {
      var root = JSON.readTree(folder.resolve(FILE).toFile());
      var argv =
          StreamSupport.stream(root.path("argv").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      return argv.contains(MAIN)
          ? Stream.of(new Found(folder, root.path("display_name").asText(), missing(argv)))
          : Stream.empty();
    } catch (IOException _) {
      return Stream.empty(); // no kernel, or one that Jupyter cannot read either
    }
  }

  private static Optional<String> missing(List<String> argv) {
    int jars = argv.indexOf("-cp") + 1;
    return Stream.concat(
            Stream.of(argv.getFirst()), Stream.of(argv.get(jars).split(File.pathSeparator)))
        .map(one -> one.endsWith("*") ? one.substring(0, one.length() - 1) : one)
        .filter(one -> !Files.exists(Path.of(one)))
        .findFirst();
  }
}
