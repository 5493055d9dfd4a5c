package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.LineInput;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One cell: what its code shows and prints is its own, also what a thread that it left behind
 * prints when other cells have been performed since.
 */
final class CellFront implements Front {
  /** As wide as most notebooks are. */
  static final View VIEW = new View(100, 40, true, false);

  private final ObjectNode parent;
  private final Outbox outbox;
  private final Asks asks;
  private final Shared shared;
  private LiveRuns.@Nullable Place lastPlace;
  private final List<Bundle> pages = new CopyOnWriteArrayList<>();
  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;

  /** Who asks the person of a cell. */
  @FunctionalInterface
  interface Asks {
    /** The answer; nothing where nobody can be asked. */
    Optional<String> ask(String question, boolean secret) throws InterruptedException;
  }

  /**
   * What the cells of a kernel share.
   *
   * @param live shows the runs that they begin
   * @param comms how their code talks to the page
   * @param figures brings Plotly to the page
   */
  record Shared(LiveRuns live, Comms comms, PlotlyFigures figures) {}

  /**
   * Of a request.
   *
   * @param parent its header
   * @param outbox where all of it goes
   */
  CellFront(ObjectNode parent, Outbox outbox, Asks asks, Shared shared) {
    this.parent = parent;
    this.outbox = outbox;
    this.asks = asks;
    this.shared = shared;
    out = new PrintStream(new Printed("stdout"), true, StandardCharsets.UTF_8);
    err = new PrintStream(new Printed("stderr"), true, StandardCharsets.UTF_8);
    in = new LineInput(() -> asks.ask("", false));
  }

  /** Bytes to text: a character may lie in two writes. */
  private final class Printed extends OutputStream {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    private final String name;
    private byte[] rest = {};

    Printed(String name) {
      this.name = name;
    }

    @Override
    public synchronized void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] octets, int from, int count) {
      var all = ByteBuffer.allocate(rest.length + count).put(rest).put(octets, from, count).flip();
      var text = CharBuffer.allocate(all.remaining() + 1);
      decoder.decode(all, text, false);
      rest = new byte[all.remaining()];
      all.get(rest);
      lastPlace(null);
      outbox.print(parent, name, text.flip().toString());
    }
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public View view() {
    return VIEW;
  }

  /** Where the run that it began last is shown, as long as nothing was shown behind that. */
  synchronized Optional<LiveRuns.Place> lastPlace() {
    return Optional.ofNullable(lastPlace);
  }

  synchronized void lastPlace(LiveRuns.@Nullable Place place) {
    lastPlace = place;
  }

  @Override
  public void show(Bundle bundle) {
    lastPlace(null);
    outbox.put(parent, "display_data", Contents.display(shared.figures().sent(bundle)));
  }

  /** A notebook has cells to look at a variable in. */
  @Override
  public void declared(String name, String type, Bundle value) {}

  @Override
  public void defined(String sentence) {}

  @Override
  public void note(String text) {
    lastPlace(null);
    outbox.print(parent, "stdout", text + "\n");
  }

  @Override
  public Optional<String> ask(String question, boolean secret) {
    try {
      return asks.ask(question, secret);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void began(KeptRun run) {
    shared.live().begin(run, this);
  }

  @Override
  public void show(Bundle bundle, String id) {
    lastPlace(null);
    outbox.put(parent, "display_data", Contents.display(shared.figures().sent(bundle), id));
  }

  @Override
  public void update(Bundle bundle, String id) {
    outbox.put(parent, "update_display_data", Contents.display(shared.figures().sent(bundle), id));
  }

  @Override
  public void clear(boolean later) {
    outbox.put(parent, "clear_output", Contents.empty().put("wait", later));
  }

  @Override
  public void page(Bundle bundle) {
    pages.add(bundle);
  }

  /** How its code talks to the page that it is seen on. */
  Comms comms() {
    return shared.comms();
  }

  /** What is to be read beside the cell, as its reply says. */
  List<Bundle> pages() {
    return pages;
  }
}
