package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What the person's own start-up file says, before there is a cell to say it in. */
final class Beginning {
  private final Outbox said = new Outbox(() -> {});
  private final LiveRuns live = new LiveRuns();

  /** Who is told. */
  CellFront front() {
    return new CellFront(
        Contents.empty(),
        said,
        (_, _) -> Optional.empty(),
        new CellFront.Shared(live, new Comms(said), new PlotlyFigures()));
  }

  /** The first cell says it; there is nothing left of it then. */
  void tell(ObjectNode parent, Outbox outbox) {
    said.close();
    live.close();
    for (var item : said.take(0)) {
      switch (item) {
        case Outbox.Item.Whole(_, var type, var content) -> outbox.put(parent, type, content);
        case Outbox.Item.Stream(_, var name, var text) ->
            outbox.print(parent, name, text.toString());
        case Outbox.Item.Mark(var reached) -> reached.complete(null);
      }
    }
  }
}
