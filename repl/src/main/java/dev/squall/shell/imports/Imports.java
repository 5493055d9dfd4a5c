package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/** Files of other tools taken into steps. */
public final class Imports {
  /** How many characters a file holds at most. */
  public static final int LARGEST = 64 * 1024 * 1024;

  private static final Pattern YAML =
      Pattern.compile("(?m)^[ \\t]*[\"']?(?:openapi|swagger)[\"']?[ \\t]*:");

  private static final Pattern HTTPX =
      Pattern.compile(
          "\\A(?:\\s+|(?:#|//)[^\\n]*+)*+(?:scenario|mix|request|var|data|expect|load|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|curl)\\b");

  private static final String READ =
      "read are .httpx, HAR 1.2, OpenAPI 3.0 and 3.1 as JSON or YAML, Postman collections 2.0 and"
          + " 2.1";

  private Imports() {}

  /**
   * Takes what a file says, which is told by its content.
   *
   * @param fileName for places, and for the name of a recording's scenario; nothing is opened
   * @param text its content
   * @throws ProblemException where it is none of the kinds that are read, where it is malformed
   *     (with line and column), and where it is larger than {@link #LARGEST}
   */
  public static Taken of(String fileName, String text) {
    return of(fileName, text, Choices.USUAL);
  }

  /**
   * The same, with a choice of what of a recording is taken.
   *
   * @throws ProblemException as {@link #of(String, String)}
   */
  public static Taken of(String fileName, String text, Choices choices) {
    if (text.length() > LARGEST) {
      throw wrong(
          fileName,
          "it holds " + text.length() + " characters",
          "at most " + LARGEST + " are read: leave out the bodies of answers, or record less");
    }
    var read = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (read.stripLeading().startsWith("{") && !fileName.endsWith(".httpx")) {
      return json(fileName, JsonText.read(fileName, read), choices);
    }
    if (YAML.matcher(read).find() && !fileName.endsWith(".httpx")) {
      return openApi(fileName, YamlText.read(fileName, read));
    }
    if (fileName.endsWith(".httpx") || HTTPX.matcher(read).find()) {
      return HttpxReader.read(fileName, read);
    }
    throw wrong(fileName, "nothing that is read here", READ);
  }

  private static Taken json(String file, JsonNode root, Choices choices) {
    if (root.path("log").path("entries").isArray()) {
      return new HarReader(file, root, choices).read();
    }
    if (root.has("openapi") || root.has("swagger")) {
      return openApi(file, root);
    }
    if (root.path("item").isArray()) {
      return new PostmanReader(file, root).read();
    }
    // The API of Postman wraps what it gives.
    if (root.path("collection").path("item").isArray()) {
      return new PostmanReader(file, root.path("collection")).read();
    }
    throw unknown(file, root);
  }

  private static ProblemException unknown(String file, JsonNode root) {
    if (root.has("requests") && root.has("order")) {
      return wrong(file, "a Postman collection of version 1", "export it as Collection v2.1");
    }
    if (root.has("_postman_variable_scope") || root.path("values").path(0).has("key")) {
      return wrong(
          file,
          "the variables of Postman and no collection",
          "export the collection; %set gives its variables other values");
    }
    return wrong(file, "JSON, but nothing that is read here", READ);
  }

  private static Taken openApi(String file, JsonNode root) {
    if (root.has("swagger")) {
      throw wrong(
          file,
          "Swagger " + Shown.text(root.path("swagger").asText()) + ", the format before OpenAPI 3",
          "a converter such as swagger2openapi, or the Swagger editor, makes OpenAPI 3 of it");
    }
    var version = root.path("openapi").asText();
    if (!version.startsWith("3.")) {
      throw wrong(file, "OpenAPI of the version " + Shown.text(version), "3.0 and 3.1 are read");
    }
    return new OpenApiReader(file, root).read();
  }

  private static ProblemException wrong(String file, String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in(Shown.text(file)), what, hint)));
  }
}
