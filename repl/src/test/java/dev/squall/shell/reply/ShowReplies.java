package dev.squall.shell.reply;

import static dev.squall.Squall.*;

import dev.squall.shop.PracticeShop;

public final class ShowReplies {
  public static void main(String[] a) throws Exception {
    var page = new StringBuilder();
    int columns = Integer.parseInt(a[0]);
    try (var shop = PracticeShop.start()) {
      var t =
          once(
              scenario(
                      "s",
                      get("/products?limit=2").named("two"),
                      get("/products?limit=20"),
                      get("/products/prod-1"),
                      post("/auth/login")
                          .json("{\"email\":\"test@example.com\",\"password\":\"password123\"}")
                          .extract("token", jsonPath("$.token"))
                          .check(status().is(201)),
                      get("/xml"),
                      get("/html"),
                      get("/image/png"),
                      get("/cookies/set?session=abc123"),
                      get("/nothing"),
                      get("/users/me"),
                      get("/posts"))
                  .at(shop.url().toString()));
      System.err.println(t);
      for (var p :
          new String[] {
            "/products?limit=2",
            "/products?limit=20",
            "/products/prod-1",
            "/xml",
            "/html",
            "/image/png",
            "/cookies/set?session=abc123",
            "/redirect/2",
            "/nothing",
            "/users/me",
            "/posts",
            "/comments",
            "/anything?token=x&a=b",
            "/headers"
          }) {
        var one =
            once(scenario("s", get(p).header("Authorization", "Bearer abcdefghijklmnop"))
                    .at(shop.url().toString()))
                .steps()
                .getFirst();
        System.out.println("❯ GET " + p);
        System.out.print(ReplyText.of(one, View.of(columns, 24).coloured()));
        page.append("<h4>")
            .append(p.replace("&", "&amp;"))
            .append("</h4>")
            .append(ReplyHtml.of(one, View.of(columns, 24)));
      }
      var l =
          once(scenario(
                      "s",
                      post("/auth/login")
                          .json("{\"email\":\"test@example.com\",\"password\":\"password123\"}")
                          .extract("token", jsonPath("$.token"))
                          .check(status().is(201)))
                  .at(shop.url().toString()))
              .steps()
              .getFirst();
      System.out.print(ReplyText.of(l, View.of(columns, 24).coloured().withHeaders()));
    }
    var f = once(scenario("s", get("/x")).at("http://127.0.0.1:1")).steps().getFirst();
    System.out.print(ReplyText.of(f, View.of(columns, 24).coloured()));
    page.append(ReplyHtml.of(f, View.of(80, 24)));
    for (var dark : new boolean[] {false, true}) {
      java.nio.file.Files.writeString(
          java.nio.file.Path.of("/tmp/reply-" + (dark ? "dark" : "light") + ".html"),
          "<!doctype html><meta charset=utf-8><style>body{margin:16px;font-family:sans-serif;color:"
              + (dark ? "#ddd;background:#111" : "#111;background:#fff")
              + "}"
              + ReplyHtml.STYLE
              + "</style>"
              + page);
    }
  }
}
