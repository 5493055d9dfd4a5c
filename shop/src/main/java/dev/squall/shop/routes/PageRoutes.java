package dev.squall.shop.routes;

import dev.squall.shop.pages.HomePage;
import dev.squall.shop.pages.OpenApi;
import dev.squall.shop.pages.SwaggerUi;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** {@code /}, {@code /openapi.json} and {@code /swagger}: how the shop describes itself. */
public final class PageRoutes {

  private static final HttpField TO_INDEX =
      new HttpField(HttpHeader.LOCATION, "/swagger/index.html");

  private PageRoutes() {}

  public static void add(Routes routes) {
    routes.open("GET", "/", call -> HomePage.answer(call.request()));
    routes.open("GET", "/openapi.json", call -> OpenApi.answer());
    routes.open("GET", "/swagger", call -> Answer.empty(302, List.of(TO_INDEX)));
    routes.open("GET", "/swagger/{file}", call -> SwaggerUi.answer(call.parameter("file")));
  }
}
