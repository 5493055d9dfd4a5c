package dev.squall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.session.Places;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a page shows for what cells do: values, runs under way, documentation, conversations. */
@Timeout(60)
class DisplayTest extends WithKernel {
  private static String id(ObjectNode shown) {
    return shown.path("transient").path("display_id").asText();
  }

  @Test
  void aValueIsShownAnewInItsPlace() {
    var given =
        client.run("var id = display(\"a\"); updateDisplay(id, html(\"<b>b</b>\")); int more = 1;");

    var shown = given.heard("display_data").getFirst();
    var anew = given.heard("update_display_data").getFirst();
    assertThat(shown.path("data").path("text/plain").asText()).isEqualTo("a");
    assertThat(id(shown)).isNotEmpty().isEqualTo(id(anew));
    assertThat(anew.path("data").path("text/html").asText()).isEqualTo("<b>b</b>");
  }

  @Test
  void showingGivesNothingElseToSee() {
    assertThat(client.run("display(42)").heard("execute_result")).isEmpty();
  }

  @Test
  void aValueIsShownInTheFormsThatAreNamed() {
    var shown = client.run("display(\"<i>x</i>\", \"text/html\")").heard("display_data").getFirst();
    assertThat(shown.path("data").path("text/html").asText()).isEqualTo("<i>x</i>");

    var refused = client.run("render(42, \"image/png\")").reply();
    assertThat(refused.path("evalue").asText()).contains("is not shown as image/png");
    assertThat(refused.path("traceback").toString()).contains("there is text/plain");
  }

  @Test
  void eachKindHasItsType() {
    assertThat(type("markdown(\"*x*\")")).contains("text/markdown");
    assertThat(type("latex(\"$x$\")")).contains("text/latex");
    assertThat(type("svg(\"<svg xmlns='http://www.w3.org/2000/svg'/>\")"))
        .contains("image/svg+xml");
    assertThat(type("Map.of(\"<a>\", 1)")).contains("text/html");
    assertThat(type("new java.awt.image.BufferedImage(2, 2, 1)")).contains("image/png");
    assertThat(type("Table.create(IntColumn.create(\"n\", 1, 2))")).contains("text/html");
    assertThat(client.run("image(new byte[3])").reply().path("evalue").asText())
        .contains("3 bytes that are no picture");
  }

  private List<String> type(String code) {
    return client
        .run(code)
        .heard("execute_result")
        .getFirst()
        .path("data")
        .propertyStream()
        .map(one -> one.getKey())
        .toList();
  }

  @Test
  void whatAMapHoldsIsText() {
    var html =
        client
            .run("Map.of(\"<script>\", \"<img>\")")
            .heard("execute_result")
            .getFirst()
            .path("data")
            .path("text/html")
            .asText();
    assertThat(html).contains("&lt;script&gt;", "&lt;img&gt;").doesNotContain("<script>", "<img>");
  }

  @Test
  void peopleShowTheirOwnTypesInTheirWay() {
    client.run(
        "record Point(int x) {}\n"
            + "displays().register(Point.class, (p, view) -> html(\"<b>\" + p.x() + \"</b>\"));");
    assertThat(
            client
                .run("new Point(7)")
                .heard("execute_result")
                .getFirst()
                .path("data")
                .path("text/html")
                .asText())
        .isEqualTo("<b>7</b>");
  }

  @Test
  void outputIsClearedAtOnceOrLater() {
    assertThat(client.run("clearOutput()").heard("clear_output"))
        .containsExactly(Client.json("{'wait': false}"));
    assertThat(client.run("clearOutput(true)").heard("clear_output"))
        .containsExactly(Client.json("{'wait': true}"));
  }

  @Test
  void documentationIsReadBesideTheCell() {
    var given = client.run("?perSecond");

    assertThat(given.heard("execute_result")).isEmpty();
    var page = given.reply().path("payload").path(0);
    assertThat(page.path("source").asText()).isEqualTo("page");
    assertThat(page.path("data").path("text/plain").asText()).contains("Open load");
    assertThat(page.path("data").path("text/html").asText()).contains("<div class=\"docs\">");
  }

  @Test
  void moreDetailIsMoreToRead() {
    client.run("List<String> names = List.of(\"ada\")");
    var little = inspected("names", 0);
    assertThat(little.path("text/plain").asText())
        .contains("List<String> names", "[ada]")
        .doesNotContain("interface List");
    assertThat(inspected("names", 1).path("text/plain").asText()).contains("[ada]", "List<E>");
    for (var type : List.of("text/plain", "text/markdown", "text/html")) {
      assertThat(little.path(type).asText()).as(type).contains("ada");
    }
  }

  private JsonNode inspected(String code, int level) {
    var request = Client.json("{'cursor_pos': 1}").put("code", code).put("detail_level", level);
    return client.ask(client.shell, "inspect_request", request).reply().path("data");
  }

  @Test
  void aPersonIsAskedAlsoForWhatNobodyIsToSee() {
    var cell =
        client.send(
            client.shell,
            "execute_request",
            Client.cell("ask(\"Who?\") + askSecretly(\"Password\").length()"));
    var who = client.receive(client.stdin);
    assertThat(who.content()).isEqualTo(Client.json("{'prompt': 'Who?', 'password': false}"));
    client.answer(who, "Ada");
    var password = client.receive(client.stdin);
    assertThat(password.content())
        .isEqualTo(Client.json("{'prompt': 'Password', 'password': true}"));
    client.answer(password, "secret");

    assertThat(client.given(client.shell, cell).result()).isEqualTo("Ada6");
    var alone = Client.cell("ask(\"Who?\")").put("allow_stdin", false);
    assertThat(client.ask(client.shell, "execute_request", alone).reply().path("evalue").asText())
        .isEqualTo("nobody can be asked: Who?");
  }

  @Test
  void plotlyComesWithTheFirstFigureOnly() {
    client.run(
        """
        import tech.tablesaw.plotly.components.Figure;
        import tech.tablesaw.plotly.traces.ScatterTrace;
        var trace = ScatterTrace.builder(new double[] {1, 2}, new double[] {3, 4}).build();
        var figure = new Figure(trace);
        """);
    assertThat(figure())
        .contains("squallPlotly = window.squallPlotly ||")
        .hasSizeGreaterThan(1 << 20);
    assertThat(figure()).contains("Plotly.newPlot").hasSizeLessThan(10_000);
  }

  private String figure() {
    return client
        .run("figure")
        .heard("execute_result")
        .getFirst()
        .path("data")
        .path("text/html")
        .asText();
  }

  @Test
  void aRunIsShownInItsPlaceUntilItSaysHowItEnded() {
    shop();
    var given = client.run("%burst 2 users for 1200ms");

    var shown = given.heard("display_data");
    var anew = given.heard("update_display_data");
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().path("data").path("text/html").asText()).contains("<progress");
    assertThat(anew)
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(one -> id(one).equals(id(shown.getFirst())));
    assertThat(anew.getFirst().path("data").path("text/html").asText()).contains("<progress");
    assertThat(anew.getLast().path("data").path("text/plain").asText())
        .contains(" ended: ", "0 failed");
    assertThat(anew.getLast().path("data").path("text/html").asText())
        .contains("<svg")
        .doesNotContain("<progress");
    assertThat(given.heard("execute_result").getFirst().path("data").path("text/html").asText())
        .contains("<table");
  }

  private void shop() {
    client.run("%shop start");
    client.run("GET /products?limit=1");
  }

  @Test
  void aRunThatNobodyWaitsForIsShownInItsCellWhileOthersArePerformed() {
    shop();
    client.run("%keep one");
    var began = client.run("var r = start(draft(), users(1).during(seconds(30)))");
    var place = id(began.heard("display_data").getFirst());

    client.overheard.clear();
    assertThat(client.run("1").reply().path("status").asText()).isEqualTo("ok");
    var ended = client.run("r.stop(); r.await().totals().failed()");

    assertThat(ended.reply().path("status").asText()).isEqualTo("ok");
    client.awaitOverheard(one ->
        one.type().equals("update_display_data")
            && id(one.content()).equals(place)
            && one.content().toString().contains(" was stopped after "));
  }

  @Test
  void whatACellRunsOneAfterTheOtherHasOnePlace() {
    shop();
    client.run("%keep one");
    var given = client.run("for (int i = 0; i < 3; i++) run(draft(), users(1).iterations(3));");

    assertThat(given.heard("display_data")).hasSize(1);
    assertThat(given.heard("update_display_data"))
        .filteredOn(one -> one.toString().contains(" ended: "))
        .hasSize(3);
  }

  @Test
  void aPageAndACellTalkToEachOther() {
    client.run(
        "dev.squall.kernel.Comms.here().target(\"echo\", comm -> comm.onMessage(said -> comm.send("
            + "com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode().set(\"said\", said))));");
    var opened =
        client.send(
            client.shell,
            "comm_open",
            Client.json("{'comm_id': 'c1', 'target_name': 'echo', 'data': {}}"));
    client.untilIdle(opened);
    assertThat(client.ask("comm_info_request", "{}").reply().path("comms"))
        .isEqualTo(Client.json("{'c1': {'target_name': 'echo'}}"));

    var said =
        client.send(client.shell, "comm_msg", Client.json("{'comm_id': 'c1', 'data': {'n': 1}}"));
    assertThat(client.untilIdle(said))
        .filteredOn(one -> one.type().equals("comm_msg"))
        .extracting(Message::content)
        .containsExactly(Client.json("{'comm_id': 'c1', 'data': {'said': {'n': 1}}}"));

    client.untilIdle(
        client.send(client.shell, "comm_close", Client.json("{'comm_id': 'c1', 'data': {}}")));
    assertThat(client.ask("comm_info_request", "{}").reply().path("comms")).isEmpty();
  }

  @Test
  void whatTheOwnStartUpFileSaysIsSeenInTheFirstCell() throws Exception {
    var config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("startup.jsh"), "System.out.println(\"good morning\");\nint mine = 5;");
    var said = new Beginning();
    var places = new Places(config, folder.resolve("state"), folder, _ -> Optional.empty());
    var opened = Main.opened(places, said);
    var file = RunningKernel.connection(Files.createDirectory(folder.resolve("own")), false);
    try (var own = new RunningKernel(file, opened, said)) {
      var first = own.client.run("mine");
      assertThat(first.printed("stdout")).isEqualTo("good morning\n");
      assertThat(first.heard("execute_result").getFirst().path("data").path("text/plain").asText())
          .isEqualTo("5");
      assertThat(own.client.run("mine").printed("stdout")).isEmpty();
    }
    opened.join().close();
  }
}
