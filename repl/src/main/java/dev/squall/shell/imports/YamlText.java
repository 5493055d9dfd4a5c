package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * YAML to JSON, within bounds. Only the graph of nodes is made: no tag makes an object, and scalars
 * are read as YAML 1.2 has them, so that {@code no} and {@code 2026-01-01} stay texts.
 */
final class YamlText {
  private YamlText() {}

  /**
   * Reads one document.
   *
   * @throws ProblemException with the line and column of what is wrong
   */
  static JsonNode read(String file, String text) {
    var loading = new LoaderOptions();
    loading.setCodePointLimit(Imports.LARGEST);
    loading.setNestingDepthLimit(JsonText.DEEPEST);
    loading.setMaxAliasesForCollections(Integer.MAX_VALUE);
    var dumping = new DumperOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(loading),
            new Representer(dumping),
            dumping,
            loading,
            new PlainScalars());
    try {
      return new YamlTree(file, text).of(yaml.compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw wrong(
          mark == null
              ? Position.in(Shown.text(file))
              : Places.inText(file, text, mark.getLine() + 1, mark.getColumn() + 1),
          e.getProblem() == null ? "it cannot be read" : e.getProblem());
    } catch (YAMLException e) {
      throw wrong(Position.in(Shown.text(file)), String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException wrong(Position position, String what) {
    return new ProblemException(
        List.of(
            new Problem(
                position,
                "not YAML: " + Shown.text(what),
                "blanks indent, tabs do not; texts with : or # need quotes")));
  }
}
