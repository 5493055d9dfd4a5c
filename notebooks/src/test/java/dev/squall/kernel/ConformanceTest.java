package dev.squall.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The 27 checks by which kernels of all languages are compared, in their four tiers, with plain
 * transport and with encrypted. Where a check only looks whether something comes, this looks at
 * what comes.
 */
@Timeout(60)
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class ConformanceTest extends WithKernel {
  @Parameter private boolean isEncrypted;

  @Override
  boolean isEncrypted() {
    return isEncrypted;
  }

  private ObjectNode kernelInfo() {
    return client.ask("kernel_info_request", "{}").reply();
  }

  private static String data(ObjectNode shown, String type) {
    return shown.path("data").path(type).asText();
  }

  // The first tier: the protocol at all.

  @Test
  @DisplayName("1: heartbeat")
  void theHeartSendsBackWhatItGets() {
    for (var beat : List.of("ping", "", "ping again")) {
      client.heartbeat.send(beat.getBytes(UTF_8));

      assertThat(client.heartbeat.recv()).asString().isEqualTo(beat);
    }
  }

  @Test
  @DisplayName("1: iopub_welcome")
  void whoSubscribesIsWelcomedWithHisTopic() {
    client.iopub.subscribe("stream".getBytes(UTF_8)); // the first was welcomed at the beginning

    Message heard;
    do {
      heard = client.receive(client.iopub);
    } while (!heard.type().equals("iopub_welcome"));
    assertThat(heard.content()).isEqualTo(Client.json("{'subscription': 'stream'}"));
    assertThat(heard.parent()).isEmpty();
  }

  @Test
  @DisplayName("1: kernel_info, the reply is valid")
  void theReplyOfKernelInfoIsWholeOnBothChannels() {
    for (var socket : List.of(client.shell, client.control)) {
      var given = client.ask(socket, "kernel_info_request", Client.json("{}"));

      assertThat(given.status()).isEqualTo("ok");
      assertThat(given.types()).containsExactly("busy", "idle");
      var info = given.reply();
      assertThat(info.path("implementation").asText()).isEqualTo("squall");
      assertThat(info.path("implementation_version").asText()).isEqualTo("1.2");
      assertThat(info.path("banner").asText()).contains("Squall 1.2");
      assertThat(info.path("help_links").isArray()).isTrue();
      assertThat(info.path("help_links"))
          .isNotEmpty()
          .allSatisfy(link -> {
            assertThat(link.path("text").isTextual()).isTrue();
            assertThat(link.path("url").asText()).startsWith("https://");
          });
      assertThat(info.path("supported_features").isArray()).isTrue();
    }
  }

  @Test
  @DisplayName("1: kernel_info, language_info")
  void itSaysWhatItsLanguageIs() {
    var language = kernelInfo().path("language_info");

    assertThat(language.path("name").asText()).isEqualTo("java");
    assertThat(language.path("version").asText()).startsWith("25");
    assertThat(language.path("mimetype").asText()).isEqualTo("text/x-java");
    assertThat(language.path("file_extension").asText()).isEqualTo(".jsh");
    assertThat(language).allMatch(field -> field.isTextual());
  }

  @Test
  @DisplayName("1: kernel_info, protocol_version")
  void itSaysWhichProtocolItSpeaksAndItsHeadersDoSo() {
    var sent = client.send(client.shell, "kernel_info_request", Client.json("{}"));
    var reply = client.receive(client.shell);

    assertThat(reply.content().path("protocol_version").asText()).isEqualTo("5.5");
    assertThat(reply.header().path("version").asText()).isEqualTo("5.5");
    assertThat(client.untilIdle(sent))
        .allMatch(one -> one.header().path("version").asText().equals("5.5"));
  }

  @Test
  @DisplayName("1: execute, stdout")
  void whatIsPrintedIsAStream() {
    var given = client.run("System.out.println(\"hello, world\")");

    assertThat(given.printed("stdout")).isEqualTo("hello, world\n");
    assertThat(given.printed("stderr")).isEmpty();
    assertThat(given.types()).containsExactly("busy", "execute_input", "stream", "idle");
  }

  @Test
  @DisplayName("1: execute, stderr")
  void whatIsPrintedAsAnErrorIsAnother() {
    var given = client.run("System.out.print(\"out\"); System.err.print(\"wrong: ö\");");

    assertThat(given.printed("stderr")).isEqualTo("wrong: ö");
    assertThat(given.printed("stdout")).isEqualTo("out");
    assertThat(given.heard("error")).isEmpty();
  }

  @Test
  @DisplayName("1: execute, the reply")
  void aCellThatGoesThroughIsOk() {
    var given = client.run("int a = 1");

    assertThat(given.status()).isEqualTo("ok");
    assertThat(given.reply().path("execution_count").asInt()).isOne();
    assertThat(given.reply().path("payload").isArray()).isTrue();
    assertThat(given.reply().path("user_expressions").isObject()).isTrue();
  }

  @Test
  @DisplayName("1: status, busy and idle")
  void itIsBusyBeforeAllElseAndIdleBehindIt() {
    var given = client.run("System.out.print(1); 6 * 7");

    assertThat(given.types())
        .startsWith("busy")
        .endsWith("idle")
        .containsOnlyOnce("busy")
        .containsOnlyOnce("idle");
    assertThat(client.overheard)
        .singleElement()
        .extracting(Message::content)
        .isEqualTo(Client.json("{'execution_state': 'starting'}"));
  }

  @Test
  @DisplayName("1: execute_input")
  void whatIsPerformedIsToldEverybody() {
    var given = client.run("int b = 2; // ö 😀");

    assertThat(given.heard("execute_input"))
        .containsExactly(Client.json("{'execution_count': 1}").put("code", "int b = 2; // ö 😀"));
    assertThat(given.types()).startsWith("busy", "execute_input");
  }

  @Test
  @DisplayName("1: shutdown")
  void itEndsWhenItIsToldTo() throws Exception {
    var given = client.ask(client.control, "shutdown_request", Client.json("{'restart': false}"));

    assertThat(given.reply()).isEqualTo(Client.json("{'status': 'ok', 'restart': false}"));
    assertThat(given.types()).containsExactly("busy", "idle");
    kernel.awaitEnd();
  }

  // The second tier: what a person who types asks for.

  @Test
  @DisplayName("2: complete")
  void aNameThatWasBegunIsCompleted() {
    client.run("int completedName = 1");
    var given = client.ask("complete_request", "{'code': '1 + complet', 'cursor_pos': 11}");

    assertThat(given.status()).isEqualTo("ok");
    assertThat(given.reply().path("matches").toString()).contains("\"completedName\"");
    assertThat(given.reply().path("cursor_start").asInt()).isEqualTo(4);
    assertThat(given.reply().path("cursor_end").asInt()).isEqualTo(11);
    assertThat(given.reply().path("metadata").isObject()).isTrue();
  }

  @Test
  @DisplayName("2: inspect")
  void aNameIsExplained() {
    client.run("int inspected = 5");
    for (var name : List.of("inspected", "perSecond")) {
      var given =
          client.ask(
              client.shell,
              "inspect_request",
              Client.json("{'detail_level': 0}")
                  .put("code", name)
                  .put("cursor_pos", name.length()));

      assertThat(given.status()).isEqualTo("ok");
      assertThat(given.reply().path("found").asBoolean()).as(name).isTrue();
      assertThat(data(given.reply(), "text/plain")).contains(name);
    }
    var nothing = client.ask("inspect_request", "{'code': ' ', 'cursor_pos': 1}").reply();
    assertThat(nothing)
        .isEqualTo(Client.json("{'status': 'ok', 'found': false, 'data': {}, 'metadata': {}}"));
  }

  @Test
  @DisplayName("2: is_complete, complete")
  void aCellThatIsAllIsComplete() {
    session.join();
    for (var code : List.of("1 + 1", "int f() { return 1; }", "%help", "")) {
      assertThat(isComplete(code)).as(code).isEqualTo(Client.json("{'status': 'complete'}"));
    }
  }

  @Test
  @DisplayName("2: is_complete, incomplete")
  void aCellThatIsNotAllIsIncompleteOrInvalid() {
    session.join();
    for (var code : List.of("int f() {", "for (int i = 0; i < 3; i++) {")) {
      assertThat(isComplete(code))
          .as(code)
          .isEqualTo(Client.json("{'status': 'incomplete', 'indent': '  '}"));
    }
    assertThat(isComplete("int )")).isEqualTo(Client.json("{'status': 'invalid'}"));
  }

  private ObjectNode isComplete(String code) {
    return client
        .ask(client.shell, "is_complete_request", Client.json("{}").put("code", code))
        .reply();
  }

  @Test
  @DisplayName("2: history")
  void cellsAreGivenBackAndTheirResultsWhereTheyAreWanted() {
    client.run("int c = 3");
    client.run("c + 1");
    var asked = "{'hist_access_type': 'tail', 'n': 2, 'raw': true, 'output': ";

    var plain = client.ask("history_request", asked + "false}");
    assertThat(plain.status()).isEqualTo("ok");
    assertThat(plain.reply().path("history").toString())
        .matches("\\[\\[(\\d+),1,\"int c = 3\"],\\[\\1,2,\"c \\+ 1\"]]");
    var withOutput = client.ask("history_request", asked + "true}");
    assertThat(withOutput.reply().path("history").toString())
        .contains(",1,[\"int c = 3\",", ",2,[\"c + 1\",\"4\"]]");
  }

  @Test
  @DisplayName("2: comm_info")
  void thereAreNoComms() {
    for (var asked : List.of("{}", "{'target_name': 'nobody'}")) {
      assertThat(client.ask("comm_info_request", asked).reply())
          .isEqualTo(Client.json("{'status': 'ok', 'comms': {}}"));
    }
  }

  @Test
  @DisplayName("2: error")
  void aFailureIsToldOnceWithAllThatThereIs() {
    for (var code : List.of("int wrong = ;", "throw new IllegalStateException(\"why\")")) {
      var given = client.run(code);

      assertThat(given.status()).isEqualTo("error");
      assertThat(given.types()).containsExactly("busy", "execute_input", "error", "idle");
      var error = given.heard("error").getFirst();
      assertThat(error.path("ename").asText()).isNotEmpty();
      assertThat(error.path("evalue").asText()).isNotEmpty();
      assertThat(error.path("traceback")).isNotEmpty().allMatch(line -> line.isTextual());
      assertThat(given.reply())
          .isEqualTo(
              error
                  .deepCopy()
                  .put("status", "error")
                  .put("execution_count", given.reply().path("execution_count").asInt(-1)));
    }
  }

  // The third tier: more than text.

  @Test
  @DisplayName("3: display_data")
  void aValueIsShownWhereItIsMade() {
    var given = client.run("display(html(\"<b>shown</b>\")); System.out.print(\"behind\");");

    assertThat(given.types())
        .containsExactly("busy", "execute_input", "display_data", "stream", "idle");
    var shown = given.heard("display_data").getFirst();
    assertThat(data(shown, "text/html")).isEqualTo("<b>shown</b>");
    assertThat(shown.path("data").has("text/plain")).isTrue();
    assertThat(shown.path("metadata").isObject()).isTrue();
    assertThat(shown.path("transient").path("display_id").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("3: update_display_data")
  void anotherValueIsShownInItsPlaceAlsoByALaterCell() {
    var first = client.run("var shownId = display(html(\"<b>1</b>\"))");
    var later = client.run("updateDisplay(shownId, html(\"<b>2</b>\"))");

    var shown = first.heard("display_data").getFirst();
    var updated = later.heard("update_display_data").getFirst();
    assertThat(data(updated, "text/html")).isEqualTo("<b>2</b>");
    assertThat(updated.path("transient").path("display_id").asText())
        .isNotEmpty()
        .isEqualTo(shown.path("transient").path("display_id").asText());
    assertThat(later.heard("display_data")).isEmpty();
  }

  @Test
  @DisplayName("3: execute_result")
  void theValueOfACellIsItsResult() {
    var given = client.run("6 * 7");

    var result = given.heard("execute_result").getFirst();
    assertThat(data(result, "text/plain")).isEqualTo("42");
    assertThat(result.path("execution_count").asInt()).isOne();
    assertThat(result.path("metadata").isObject()).isTrue();
    assertThat(client.run("int declared = 1").heard("execute_result")).isEmpty();
  }

  @Test
  @DisplayName("3: execute_result, rich")
  void aResultHasSeveralForms() {
    var given =
        client.run(
            """
            dev.squall.shell.display.Bundle.of("text", "<b>page</b>")
                .with("application/json",
                    new com.fasterxml.jackson.databind.ObjectMapper().readTree("{\\"a\\": [1]}"))
            """);

    assertThat(given.heard("execute_result").getFirst().path("data"))
        .isEqualTo(
            Client.json(
                "{'text/plain': 'text', 'text/html': '<b>page</b>',"
                    + " 'application/json': {'a': [1]}}"));
    var map = client.run("Map.of(\"k\", 1)").heard("execute_result").getFirst();
    assertThat(data(map, "text/plain")).isEqualTo("{k=1}");
    assertThat(data(map, "text/html")).startsWith("<table>");
  }

  // The fourth tier: what many kernels do not do.

  @Test
  @DisplayName("4: stdin")
  void thePersonIsAskedAndHisAnswerIsRead() {
    var sent =
        client.send(
            client.shell, "execute_request", Client.cell("new Scanner(System.in).nextLine()"));
    var asked = client.receive(client.stdin);
    assertThat(asked.type()).isEqualTo("input_request");
    assertThat(asked.parent()).isEqualTo(sent.header());
    assertThat(asked.content()).isEqualTo(Client.json("{'prompt': '', 'password': false}"));
    client.answer(asked, "an answer, ö");

    assertThat(client.given(client.shell, sent).result()).isEqualTo("an answer, ö");
  }

  @Test
  @DisplayName("4: comm, its whole life")
  void aCommOfNobodyIsClosedAndWhatComesBehindIsNoTrouble() {
    var id = "{'comm_id': 'c1', 'data': {}}";
    var open = said("comm_open", Client.json(id).put("target_name", "nobody"));
    assertThat(open.types()).containsExactly("busy", "comm_close", "idle");
    assertThat(open.heard("comm_close")).containsExactly(Client.json(id));
    for (var type : List.of("comm_msg", "comm_close")) {
      assertThat(said(type, Client.json(id)).types()).containsExactly("busy", "idle");
    }

    assertThat(client.ask("comm_info_request", "{}").reply().path("comms")).isEmpty();
  }

  @Test
  @DisplayName("4: comm, its whole life")
  void aCommOfAKnownTargetIsOpenUntilItIsClosed() {
    var target =
        "dev.squall.kernel.Comms.here().target(\"echo\", comm -> comm.onMessage(data -> "
            + "comm.send((com.fasterxml.jackson.databind.node.ObjectNode) data)))";
    assertThat(client.run(target).status()).isEqualTo("ok");
    var opened = Client.json("{'comm_id': 'c2', 'target_name': 'echo', 'data': {}}");
    assertThat(said("comm_open", opened).types()).containsExactly("busy", "idle");
    assertThat(client.ask("comm_info_request", "{'target_name': 'echo'}").reply())
        .isEqualTo(Client.json("{'status': 'ok', 'comms': {'c2': {'target_name': 'echo'}}}"));

    var message = Client.json("{'comm_id': 'c2', 'data': {'a': [1]}}");
    var echo = said("comm_msg", message);
    assertThat(client.overheard).extracting(Message::type).doesNotContain("comm_msg");
    assertThat(echo.heard("comm_msg")).containsExactly(message);
    said("comm_close", Client.json("{'comm_id': 'c2', 'data': {}}"));
    assertThat(client.ask("comm_info_request", "{}").reply().path("comms")).isEmpty();
    assertThat(said("comm_msg", message).types()).containsExactly("busy", "idle");
  }

  /** What is heard of a message that has no reply. */
  private Client.Given said(String type, ObjectNode content) {
    var sent = client.send(client.shell, type, content);
    return new Client.Given(sent.content(), client.untilIdle(sent));
  }

  @Test
  @DisplayName("4: interrupt")
  void anInterruptionIsAnsweredAlsoWhereNothingIsToBeInterrupted() {
    client.run("int before = 4");
    for (var socket : List.of(client.control, client.shell)) {
      var given = client.ask(socket, "interrupt_request", Client.json("{}"));

      assertThat(given.reply()).isEqualTo(Client.json("{'status': 'ok'}"));
      assertThat(given.types()).containsExactly("busy", "idle");
    }

    assertThat(client.run("before").result()).isEqualTo("4");
  }

  @Test
  @DisplayName("4: execution_count")
  void cellsAreCountedAlsoThoseThatFail() {
    for (int count = 1; count <= 3; count++) {
      var given = client.run(count == 2 ? "nothing" : "1 + 1");

      assertThat(given.reply().path("execution_count").asInt()).isEqualTo(count);
      assertThat(given.heard("execute_input").getFirst().path("execution_count").asInt())
          .isEqualTo(count);
    }
  }

  @Test
  @DisplayName("4: parent_header")
  void allSaysWhichRequestItIsOf() {
    var cell = "System.out.print(1); System.err.print(2); display(3); 6 * 7";
    var requests =
        List.of(
            client.request("execute_request", Client.cell(cell)),
            client.request("execute_request", Client.cell("nothing")),
            client.request("kernel_info_request", Client.json("{}")),
            client.request("history_request", Client.json("{'hist_access_type': 'tail'}")));
    for (var request : requests) {
      request.header().put("of_this_client", "kept as it came");
      Sockets.send(client.shell, client.written(request));
      var reply = client.receive(client.shell);

      assertThat(reply.parent()).isEqualTo(request.header());
      assertThat(client.untilIdle(request))
          .allSatisfy(one -> assertThat(one.parent()).isEqualTo(request.header()));
    }
    assertThat(client.overheard).hasSize(1); // starting, of no request
  }
}
