package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.Reply;
import dev.squall.shell.Shell;

/** Performs cells, one after the other. */
final class Cells {
  private final Outbox outbox;
  private final Questions questions;
  private final Beginning beginning;
  private final History history = new History();
  private int count;

  Cells(Outbox outbox, Questions questions, Beginning beginning) {
    this.outbox = outbox;
    this.questions = questions;
    this.beginning = beginning;
  }

  History history() {
    return history;
  }

  /** Performs the cell of an {@code execute_request}; what the reply to it says. */
  ObjectNode execute(Shell shell, Message request) {
    var asked = request.content();
    var code = asked.path("code").asText();
    boolean silent = asked.path("silent").asBoolean(false);
    if (!silent) {
      if (asked.path("store_history").asBoolean(true)) {
        count++;
        history.add(count, code);
      }
      outbox.put(
          request.header(),
          "execute_input",
          Contents.empty().put("code", code).put("execution_count", count));
    }
    beginning.tell(request.header(), outbox);
    var front = front(request);
    var reply = shell.evaluate(code, front);
    front.out().flush();
    front.err().flush();
    return reply
        .failure()
        .map(failure -> failed(request, failure, silent))
        .orElseGet(() -> done(shell, request, reply, silent));
  }

  private CellFront front(Message request) {
    return new CellFront(
        request.header(), outbox, (question, secret) -> questions.ask(request, question, secret));
  }

  private ObjectNode failed(Message request, Reply.Failure failure, boolean silent) {
    var error = Contents.error(failure);
    if (!silent) {
      outbox.put(request.header(), "error", error);
    }
    return error.deepCopy().put("status", "error").put("execution_count", count);
  }

  private ObjectNode done(Shell shell, Message request, Reply reply, boolean silent) {
    if (!silent) {
      reply
          .result()
          .filter(bundle -> !bundle.text().isEmpty())
          .ifPresent(bundle ->
              outbox.put(request.header(), "execute_result", Contents.result(bundle, count)));
    }
    var content = Contents.ok().put("execution_count", count);
    content.putArray("payload");
    var values = content.putObject("user_expressions");
    request
        .content()
        .path("user_expressions")
        .properties()
        .forEach(one -> values.set(one.getKey(), value(shell, request, one.getValue().asText())));
    return content;
  }

  private ObjectNode value(Shell shell, Message request, String expression) {
    var reply = shell.evaluate(expression, front(request));
    return reply
        .failure()
        .map(failure -> Contents.error(failure).put("status", "error"))
        .orElseGet(() ->
            reply
                .result()
                .map(bundle -> Contents.display(bundle).put("status", "ok"))
                .orElseGet(Contents::ok));
  }
}
