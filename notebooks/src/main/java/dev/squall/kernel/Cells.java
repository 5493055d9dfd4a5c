package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.Reply;
import dev.squall.shell.Shell;
import dev.squall.shell.display.Bundle;

/** Performs cells, one after the other. */
final class Cells implements AutoCloseable {
  private final Outbox outbox;
  private final Questions questions;
  private final Beginning beginning;
  private final LiveRuns live = new LiveRuns();
  private final CellFront.Shared shared;
  private int count;

  Cells(
      Outbox outbox, Questions questions, Beginning beginning, Comms comms, PlotlyFigures figures) {
    this.outbox = outbox;
    this.questions = questions;
    this.beginning = beginning;
    this.shared = new CellFront.Shared(live, comms, figures);
  }

  /** Performs the cell of an {@code execute_request}; what the reply to it says. */
  ObjectNode execute(Shell shell, History history, Message request) {
    var asked = request.content();
    var code = asked.path("code").asText();
    boolean silent = asked.path("silent").asBoolean(false);
    boolean stored = !silent && asked.path("store_history").asBoolean(true);
    if (stored) {
      count++;
      history.add(count, code);
    }
    if (!silent) {
      outbox.put(
          request.header(),
          "execute_input",
          Contents.empty().put("code", code).put("execution_count", count));
    }
    beginning.tell(request.header(), outbox);
    var front = front(request);
    var reply = stored ? shell.evaluate(code, front) : shell.begin(code, front);
    front.out().flush();
    front.err().flush();
    live.settle(front);
    if (stored) {
      reply.result().map(Bundle::text).ifPresent(text -> history.gave(count, text));
    }
    return reply
        .failure()
        .map(failure -> failed(request, failure, silent))
        .orElseGet(() -> done(shell, front, request, reply, silent));
  }

  private CellFront front(Message request) {
    return new CellFront(
        request.header(),
        outbox,
        (question, secret) -> questions.ask(request, question, secret),
        shared);
  }

  private ObjectNode failed(Message request, Reply.Failure failure, boolean silent) {
    var error = Contents.error(failure);
    if (!silent) {
      outbox.put(request.header(), "error", error);
    }
    return error.deepCopy().put("status", "error").put("execution_count", count);
  }

  private ObjectNode done(
      Shell shell, CellFront front, Message request, Reply reply, boolean silent) {
    if (!silent) {
      reply
          .result()
          .filter(bundle -> !bundle.text().isEmpty())
          .ifPresent(bundle ->
              outbox.put(
                  request.header(),
                  "execute_result",
                  Contents.result(shared.figures().sent(bundle), count)));
    }
    var content = Contents.ok().put("execution_count", count);
    var payload = content.putArray("payload");
    front.pages().forEach(page -> payload.add(Contents.page(page)));
    var values = content.putObject("user_expressions");
    request
        .content()
        .path("user_expressions")
        .properties()
        .forEach(one -> values.set(one.getKey(), value(shell, request, one.getValue().asText())));
    return content;
  }

  private ObjectNode value(Shell shell, Message request, String expression) {
    var reply = shell.begin(expression, front(request));
    return reply
        .failure()
        .map(failure -> Contents.error(failure).put("status", "error"))
        .orElseGet(() ->
            reply
                .result()
                .map(bundle -> Contents.display(bundle).put("status", "ok"))
                .orElseGet(Contents::ok));
  }

  @Override
  public void close() {
    live.close();
  }
}
