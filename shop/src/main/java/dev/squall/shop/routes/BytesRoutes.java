package dev.squall.shop.routes;

import dev.squall.shop.json.Numbers;
import dev.squall.shop.json.Refusal;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.util.List;

/** {@code /bytes/{n}} and {@code /devnull}: answers and bodies of any size. */
public final class BytesRoutes {

  /** 10 MiB, so that 10 MB fit in either reading of the word. */
  private static final int MOST = 10 * 1024 * 1024;

  private BytesRoutes() {}

  public static void add(Routes routes) {
    routes.open("GET", "/bytes/{n}", BytesRoutes::bytes);
    for (var method : List.of("POST", "PUT")) {
      routes.dropping(method, "/devnull", (call, dropped) -> Answer.ok(new Dropped(dropped)));
    }
  }

  private static Answer bytes(Call call) {
    var asked = call.query().text("format");
    var word = asked == null ? "json" : asked;
    var format =
        switch (word) {
          case "json" -> SizedFormat.JSON;
          case "xml" -> SizedFormat.XML;
          case "text" -> SizedFormat.TEXT;
          default ->
              throw Refusal.badRequest("format must be json, xml or text, not '" + word + "'");
        };
    var name = "the number of bytes of " + word;
    var length = Numbers.within(name, call.parameter("n"), format.least(), MOST);
    return Answer.of(200, format.type(), format.body(length));
  }

  private record Dropped(long droppedBytes) {}
}
