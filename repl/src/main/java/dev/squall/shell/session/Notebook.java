package dev.squall.shell.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What was entered as a notebook (nbformat 4.5), which shows what it shows once it is run.
 *
 * @param json the file's text
 * @param cells how many there are
 * @param secrets variables of the environment that it asks for
 */
public record Notebook(String json, int cells, Set<String> secrets) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Notebook {
    secrets = Set.copyOf(secrets);
  }

  /** A cell for each. */
  public static Notebook of(List<String> entered) {
    var root = JSON.createObjectNode();
    var cells = root.putArray("cells");
    var secrets = new java.util.TreeSet<String>();
    for (var text : entered) {
      var masked = Masked.of(text);
      secrets.addAll(masked.names());
      ObjectNode cell = cells.addObject();
      cell.put("cell_type", "code");
      cell.put("id", "cell-" + cells.size());
      cell.putNull("execution_count");
      cell.putObject("metadata");
      cell.putArray("outputs");
      var source = cell.putArray("source");
      var lines = masked.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        source.add(lines.get(i) + (i + 1 < lines.size() ? "\n" : ""));
      }
    }
    var metadata = root.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "Squall")
        .put("language", "java")
        .put("name", "squall");
    metadata
        .putObject("language_info")
        .put("name", "java")
        .put("mimetype", "text/x-java")
        .put("file_extension", ".jsh");
    root.put("nbformat", 4);
    root.put("nbformat_minor", 5);
    try {
      return new Notebook(JSON.writeValueAsString(root) + "\n", entered.size(), secrets);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
