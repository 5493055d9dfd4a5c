package dev.squall.shop.pages;

import dev.squall.shop.json.Refusal;
import dev.squall.shop.web.Answer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** The description to browse and to try out: Swagger UI from its webjar, with a page of our own. */
public final class SwaggerUi {

  private static final HttpField SCRIPT = Answer.type("text/javascript; charset=utf-8");

  private static final HttpField ONE_DAY =
      new HttpField(HttpHeader.CACHE_CONTROL, "public, max-age=86400");

  /** Nothing from anywhere else, whatever the version of Swagger UI would like. */
  private static final HttpField POLICY =
      new HttpField(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; connect-src 'self'; base-uri 'none'");

  // Only these: whatever a path says, no other file is ever looked for.
  private static final Map<String, ServedFile> FILES =
      Map.of(
          "index.html",
          ours("swagger.html", Answer.type("text/html; charset=utf-8")),
          "start.js",
          ours("swagger.js", SCRIPT),
          "swagger-ui.css",
          theirs("swagger-ui.css", Answer.type("text/css; charset=utf-8")),
          "swagger-ui-bundle.js",
          theirs("swagger-ui-bundle.js", SCRIPT));

  private SwaggerUi() {}

  /**
   * One of its files.
   *
   * @throws Refusal 404 when there is no such file
   */
  public static Answer answer(String file) {
    var found = FILES.get(file);
    if (found == null) {
      throw Refusal.notFound("there is no such file; begin at /swagger/index.html");
    }
    return found.answer();
  }

  private static ServedFile ours(String name, HttpField type) {
    return new ServedFile(() -> "dev/squall/shop/pages/" + name, type, POLICY, OpenApi.ALWAYS_ASK);
  }

  private static ServedFile theirs(String name, HttpField type) {
    return new ServedFile(
        () -> "META-INF/resources/webjars/swagger-ui/" + version() + "/" + name, type, ONE_DAY);
  }

  private static String version() {
    var text = ServedFile.read("META-INF/maven/org.webjars/swagger-ui/pom.properties");
    var properties = new Properties();
    try {
      properties.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
