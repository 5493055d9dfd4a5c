package dev.squall.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.session.Session;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Conversations of a notebook's page with the code behind it, as <a
 * href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#custom-messages">Jupyter's
 * protocol</a> has them. Either side opens one under the name of a target; where nobody knows the
 * name it is closed at once.
 */
public final class Comms {
  private static final System.Logger LOG = System.getLogger(Comms.class.getName());

  private final Outbox outbox;
  private final Map<String, Consumer<Comm>> targets = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Comm> open = new ConcurrentHashMap<>();

  /** What the thread that tells listeners tells them of: what they say is said about that. */
  private final ThreadLocal<ObjectNode> heard = ThreadLocal.withInitial(Contents::empty);

  Comms(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Those of the kernel whose cell this stands in.
   *
   * @throws IllegalStateException outside of a notebook
   */
  public static Comms here() {
    if (Session.here().front() instanceof CellFront cell) {
      return cell.comms();
    }
    throw new IllegalStateException("there is no page to talk to: this is no notebook");
  }

  /** One conversation. */
  public final class Comm {
    private final String id;
    private final String target;
    private final JsonNode opened;
    private volatile Consumer<JsonNode> listener = _ -> {};
    private volatile Runnable closed = () -> {};

    private Comm(String id, String target, JsonNode opened) {
      this.id = id;
      this.target = target;
      this.opened = opened;
    }

    /** Of both sides. */
    public String id() {
      return id;
    }

    /** What came with its opening. */
    public JsonNode opened() {
      return opened;
    }

    /** Is told what the page says, on the thread that performs cells. */
    public void onMessage(Consumer<JsonNode> told) {
      listener = told;
    }

    /** Is told when the page closes it. */
    public void onClose(Runnable told) {
      closed = told;
    }

    /** Says something to the page. */
    public void send(ObjectNode data) {
      put("comm_msg", data);
    }

    /** Nothing is said any more. */
    public void close() {
      if (open.remove(id) != null) {
        put("comm_close", Contents.empty());
      }
    }

    private void put(String type, ObjectNode data) {
      outbox.put(heard.get(), type, content(id, data));
    }
  }

  /** Pages may open conversations under this name from now on. */
  public void target(String name, Consumer<Comm> opened) {
    targets.put(name, opened);
  }

  /** Opens one with something of the page. */
  public Comm open(String target, ObjectNode data) {
    var comm = new Comm(UUID.randomUUID().toString().replace("-", ""), target, Contents.empty());
    open.put(comm.id, comm);
    outbox.put(heard.get(), "comm_open", content(comm.id, data).put("target_name", target));
    return comm;
  }

  private static ObjectNode content(String id, ObjectNode data) {
    var content = Contents.empty().put("comm_id", id);
    content.set("data", data);
    return content;
  }

  /** A page opens one. */
  void opened(Message message) {
    var content = message.content();
    var id = content.path("comm_id").asText();
    var name = content.path("target_name").asText();
    var target = Optional.ofNullable(targets.get(name));
    if (target.isEmpty()) {
      outbox.put(message.header(), "comm_close", content(id, Contents.empty()));
      return;
    }
    var comm = new Comm(id, name, content.path("data"));
    open.put(id, comm);
    guarded(message, name, () -> target.get().accept(comm));
  }

  /** A page says something. */
  void said(Message message) {
    find(message)
        .ifPresent(comm ->
            guarded(
                message, comm.target, () -> comm.listener.accept(message.content().path("data"))));
  }

  /** A page closes one. */
  void closed(Message message) {
    find(message)
        .ifPresent(comm -> {
          open.remove(comm.id);
          guarded(message, comm.target, comm.closed);
        });
  }

  private Optional<Comm> find(Message message) {
    return Optional.ofNullable(open.get(message.content().path("comm_id").asText()));
  }

  /** What a person's own code throws there has no cell to say it in. */
  @SuppressWarnings("IllegalCatch")
  private void guarded(Message message, String target, Runnable told) {
    heard.set(message.header());
    try {
      told.run();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      LOG.log(System.Logger.Level.WARNING, "a listener of " + target + " failed", e);
    } finally {
      heard.remove();
    }
  }

  /** What is open; of one target where one is named. */
  ObjectNode info(String target) {
    var content = Contents.ok();
    var all = content.putObject("comms");
    open.values().stream()
        .filter(comm -> target.isEmpty() || comm.target.equals(target))
        .forEach(comm -> all.putObject(comm.id).put("target_name", comm.target));
    return content;
  }
}
