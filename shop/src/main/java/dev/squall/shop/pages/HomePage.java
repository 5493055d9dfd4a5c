package dev.squall.shop.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.web.Answer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.StringUtil;

/** The page for people: what this is, and every route with a line to try it. */
public final class HomePage {

  private static final HttpField HTML = Answer.type("text/html; charset=utf-8");

  /** Its own style and nothing else: no script, nothing from anywhere. */
  private static final HttpField POLICY =
      new HttpField(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'");

  // What the client says of the host ends up in a page and in a shell.
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final String SHOP = "{{shop}}";
  private static final String WEBSOCKETS = "{{websockets}}";

  private HomePage() {}

  /** The page with the address at which this client sees the shop. */
  public static Answer answer(Request request) {
    var scheme = request.isSecure() ? "s://" : "://";
    var authority = authority(request);
    var page =
        Rendered.PAGE
            .replace(SHOP, "http" + scheme + authority)
            .replace(WEBSOCKETS, "ws" + scheme + authority);
    return Answer.text(200, HTML, page).with(POLICY).with(OpenApi.ALWAYS_ASK);
  }

  private static String authority(Request request) {
    var said = request.getHttpURI().getAuthority();
    return said != null && AUTHORITY.matcher(said).matches()
        ? said
        : "localhost:" + Request.getLocalPort(request);
  }

  /** Made when somebody first asks for it. */
  private static final class Rendered {

    static final String PAGE = page();

    private static String page() {
      var groups = OpenApi.read().groups();
      return new String(ServedFile.read("dev/squall/shop/pages/home.html"), UTF_8)
          .replace("{{contents}}", contents(groups))
          .replace(
              "{{groups}}", groups.stream().map(Rendered::group).collect(Collectors.joining()));
    }

    private static String contents(List<OpenApi.Group> groups) {
      return groups.stream()
          .map(g -> "<a href=\"#%s\">%s</a>".formatted(anchor(g), html(g.name())))
          .collect(Collectors.joining("\n"));
    }

    private static String group(OpenApi.Group group) {
      return """
      <section id="%s">
      <h3>%s</h3>
      <p>%s</p>
      %s
      </section>
      """
          .formatted(
              anchor(group),
              html(group.name()),
              html(group.description()),
              group.operations().stream().map(Rendered::operation).collect(Collectors.joining()));
    }

    private static String operation(OpenApi.Operation operation) {
      return """
      <details>
      <summary><b>%s</b> <code>%s</code>%s<span>%s</span></summary>
      <pre tabindex="0">%s</pre>
      </details>
      """
          .formatted(
              operation.method(),
              html(operation.path()).replace("/", "/<wbr/>"),
              operation.wants("bearer") ? " <i>token</i>" : " ",
              html(operation.summary()),
              html(
                  operation.isWebSocket()
                      ? WEBSOCKETS + operation.path()
                      : Curl.line(SHOP, operation)));
    }

    private static String anchor(OpenApi.Group group) {
      return group.name().replace(' ', '-');
    }

    private static String html(String text) {
      var escaped = StringUtil.sanitizeXmlString(text);
      return CODE.matcher(escaped).replaceAll("<code>$1</code>");
    }
  }
}
