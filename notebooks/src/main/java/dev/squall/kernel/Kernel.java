package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Author;
import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.kernel.wire.Frames;
import dev.squall.kernel.wire.Message;
import dev.squall.kernel.wire.Refused;
import dev.squall.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import tech.tablesaw.plotly.components.Figure;
import zmq.ZError;

/**
 * A kernel of Jupyter's: does what clients ask on the sockets of a connection file, until one of
 * them wants it to end. Each socket belongs to one thread; what is no message of somebody who knows
 * the key is dropped and ends none of them.
 */
final class Kernel {
  private static final System.Logger LOG = System.getLogger(Kernel.class.getName());
  private static final int MOST_STOPS = 100;
  private static final int STOP_AGAIN_MS = 50;

  private final CompletableFuture<Shell> session;
  private final String version;
  private final ZMQ.Context context = ZMQ.context(1);
  private final Author author = new Author("squall");
  private final Frames frames;
  private final ZMQ.Socket requests;
  private final ZMQ.Socket control;
  private final ZMQ.Socket heartbeat;
  private final Questions questions;
  private final Broadcaster broadcaster;
  private final Outbox outbox;
  private final Cells cells;
  private final Comms comms;
  private @Nullable History history;

  /** Whether a request of the shell's is performed. */
  private volatile boolean isBusy;

  /** Ends the wait of a cell for the session. */
  private volatile CompletableFuture<Void> interruption = new CompletableFuture<>();

  private final CompletableFuture<Void> ending = new CompletableFuture<>();

  /**
   * Listens.
   *
   * @param session which may still be made, and is not closed
   * @param beginning what was said while it was made
   * @param version of Squall
   * @throws ZMQException when a port is taken; nothing listens then
   */
  Kernel(
      ConnectionFile file, CompletableFuture<Shell> session, Beginning beginning, String version) {
    this.session = session;
    this.version = version;
    frames = new Frames(file.signature());
    var sockets = new Sockets(context, file);
    heartbeat = sockets.bound(SocketType.REP, file.endpoint(file.heartbeat()));
    requests = sockets.bound(SocketType.ROUTER, file.endpoint(file.shell()));
    control = sockets.bound(SocketType.ROUTER, file.endpoint(file.control()));
    questions =
        new Questions(
            sockets.bound(SocketType.ROUTER, file.endpoint(file.stdin())), author, frames);
    broadcaster =
        new Broadcaster(context, sockets, file.endpoint(file.iopub()), author, frames, this::end);
    outbox = broadcaster.outbox();
    comms = new Comms(outbox);
    var figures = new PlotlyFigures();
    cells = new Cells(outbox, questions, beginning, comms, figures);
    var _ =
        session.thenAccept(
            shell -> shell.session().displays().register(Figure.class, figures::show));
  }

  /** Does what is asked, until somebody wants it to end; then everything of it has ended. */
  void run() throws InterruptedException {
    outbox.put(Contents.empty(), "status", Contents.state("starting"));
    begin("squall-heartbeat", heartbeat, this::beat);
    begin("squall-control", control, socket -> listen(socket, this::controlled));
    begin("squall-shell", requests, socket -> listen(socket, this::performed));
    ending.join();
    for (int i = 0; isBusy && i < MOST_STOPS; i++) {
      stop(); // the first one is for a run, whose numbers somebody waits for
      TimeUnit.MILLISECONDS.sleep(STOP_AGAIN_MS);
    }
    questions.close();
    cells.close();
    broadcaster.end();
    if (!isBusy) {
      context.term();
    }
  }

  /** It ends soon, as if somebody had asked for it. */
  void end() {
    ending.complete(null);
  }

  /** Done when somebody wants it to end. */
  CompletableFuture<Void> ending() {
    return ending;
  }

  /** A kernel that does not answer on one of its sockets is better none. */
  @SuppressWarnings("IllegalCatch")
  private void begin(String name, ZMQ.Socket socket, Consumer<ZMQ.Socket> work) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            work.accept(socket);
          } catch (RuntimeException | Error e) {
            if (!(e instanceof ZMQException zmq && zmq.getErrorCode() == ZError.ETERM)) {
              LOG.log(System.Logger.Level.ERROR, "a bug of Squall in " + name, e);
            }
          } finally {
            socket.close();
            end();
          }
        });
  }

  private void beat(ZMQ.Socket socket) {
    while (true) {
      Sockets.send(socket, Sockets.receive(socket));
    }
  }

  /** What to do with a message, and what to reply. */
  @FunctionalInterface
  private interface Doing {
    /** The reply's content; nothing where there is no reply. */
    Optional<ObjectNode> of(Message message);
  }

  private void listen(ZMQ.Socket socket, Doing doing) {
    while (!ending.isDone()) {
      perform(socket, Sockets.receive(socket), doing);
    }
  }

  private void perform(ZMQ.Socket socket, List<byte[]> received, Doing doing) {
    Message message;
    try {
      message = frames.read(received);
    } catch (Refused e) {
      LOG.log(System.Logger.Level.WARNING, "dropped: " + e.getMessage());
      return;
    }
    outbox.put(message.header(), "status", Contents.state("busy"));
    var content = done(message, doing);
    boolean aborts =
        message.type().equals("execute_request")
            && content.filter(Kernel::isError).isPresent()
            && message.content().path("stop_on_error").asBoolean(true);
    // what comes behind the reply was sent by somebody who knows of the failure
    var queued = aborts ? waiting(socket) : List.<List<byte[]>>of();
    outbox.settle(); // a client may not look at what it hears behind the reply
    content.ifPresent(reply ->
        Sockets.send(
            socket,
            frames.write(
                author.reply(message, message.type().replaceFirst("_request$", "_reply"), reply))));
    outbox.put(message.header(), "status", Contents.state("idle"));
    if (message.type().equals("shutdown_request")) {
      end();
    }
    queued.forEach(next -> perform(socket, next, other -> aborted(other, doing)));
  }

  /** Cells that were sent before one failed are not performed behind it. */
  private static Optional<ObjectNode> aborted(Message message, Doing doing) {
    return message.type().equals("execute_request")
        ? Optional.of(Contents.empty().put("status", "aborted"))
        : doing.of(message);
  }

  private static List<List<byte[]>> waiting(ZMQ.Socket socket) {
    var all = new ArrayList<List<byte[]>>();
    socket.setReceiveTimeOut(0);
    for (var next = Sockets.receive(socket); !next.isEmpty(); next = Sockets.receive(socket)) {
      all.add(next);
    }
    socket.setReceiveTimeOut(-1);
    return all;
  }

  // A client that gets no reply waits for ever, whatever went wrong here.
  @SuppressWarnings("IllegalCatch")
  private Optional<ObjectNode> done(Message message, Doing doing) {
    try {
      return doing.of(message);
    } catch (Stopped e) {
      return Optional.of(failed(message, "Stopped", "stopped before the session was there"));
    } catch (Throwable e) {
      LOG.log(System.Logger.Level.ERROR, "a bug of Squall at " + message.type(), e);
      return Optional.of(failed(message, e.getClass().getSimpleName(), "a bug of Squall: " + e));
    }
  }

  private ObjectNode failed(Message message, String name, String text) {
    var error = Contents.empty().put("ename", name).put("evalue", text);
    error.putArray("traceback").add(text);
    if (message.type().equals("execute_request")) {
      outbox.put(message.header(), "error", error); // a page shows nothing of a reply
    }
    return error.deepCopy().put("status", "error");
  }

  private static boolean isError(ObjectNode content) {
    return content.path("status").asText().equals("error");
  }

  /** A request of the shell's, one at a time. */
  private Optional<ObjectNode> performed(Message message) {
    interruption = new CompletableFuture<>();
    isBusy = true;
    try {
      return asked(message);
    } finally {
      isBusy = false;
    }
  }

  /** The wait for the session was ended. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Once it is there. */
  private Shell shell() {
    if (!session.isDone()) {
      CompletableFuture.anyOf(session.handle((_, _) -> 0), interruption, ending).join();
      if (!session.isDone()) {
        throw new Stopped();
      }
    }
    return session.join();
  }

  private Optional<ObjectNode> asked(Message message) {
    var content = message.content();
    var code = content.path("code").asText();
    return switch (message.type()) {
      case "kernel_info_request" -> Optional.of(Contents.kernelInfo(version));
      case "execute_request" -> Optional.of(cells.execute(shell(), history(), message));
      case "complete_request" ->
          Optional.of(
              Contents.complete(
                  code, shell().complete(code, Contents.index(code, cursor(content)))));
      case "inspect_request" ->
          Optional.of(
              Contents.inspect(
                  shell()
                      .document(
                          code,
                          Contents.index(code, cursor(content)),
                          CellFront.VIEW,
                          content.path("detail_level").asInt(0) > 0)));
      case "is_complete_request" ->
          Optional.of(
              session.isDone()
                  ? Contents.completeness(shell().completeness(code))
                  : Contents.empty().put("status", "unknown"));
      case "history_request" ->
          Optional.of(
              Contents.history(history().asked(content), content.path("output").asBoolean(false)));
      case "comm_info_request" -> Optional.of(comms.info(content.path("target_name").asText("")));
      case "comm_open" -> {
        comms.opened(message);
        yield Optional.empty();
      }
      case "comm_msg" -> {
        comms.said(message);
        yield Optional.empty();
      }
      case "comm_close" -> {
        comms.closed(message);
        yield Optional.empty();
      }
      default -> controlled(message);
    };
  }

  /** Read when it is first asked for, by the one thread that does. */
  private History history() {
    var known = history;
    if (known == null) {
      var state = shell().session().places().state();
      known = new History(state.resolve("notebooks").resolve("history.jsonl"));
      history = known;
    }
    return known;
  }

  private static int cursor(ObjectNode content) {
    return content.path("cursor_pos").asInt(0);
  }

  private Optional<ObjectNode> controlled(Message message) {
    return switch (message.type()) {
      case "kernel_info_request" -> Optional.of(Contents.kernelInfo(version));
      case "interrupt_request" -> {
        interrupt();
        yield Optional.of(Contents.ok());
      }
      case "shutdown_request" ->
          Optional.of(
              Contents.ok().put("restart", message.content().path("restart").asBoolean(false)));
      default -> {
        LOG.log(System.Logger.Level.WARNING, "not known: " + message.type());
        yield Optional.empty();
      }
    };
  }

  /** Also of a cell that is only about to begin. */
  private void interrupt() {
    for (int i = 0; isBusy && !stop() && i < MOST_STOPS; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** Whether there was anything to be stopped. */
  private boolean stop() {
    if (session.isDone()) {
      return !session.isCompletedExceptionally() && session.join().stop();
    }
    return interruption.complete(null);
  }
}
