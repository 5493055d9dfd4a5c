package dev.squall.kernel.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Who writes the messages of a kernel: one session for as long as its process lives. */
public final class Author {
  /** Of the messages, not of Squall. */
  public static final String PROTOCOL = "5.5";

  private final String session = UUID.randomUUID().toString();
  private final AtomicLong written = new AtomicLong();
  private final String username;
  private final InstantSource clock;

  /** With the clock of this machine. */
  public Author(String username) {
    this(username, InstantSource.system());
  }

  Author(String username, InstantSource clock) {
    this.username = username;
    this.clock = clock;
  }

  /** An answer: it goes where the request came from, and says which one that was. */
  public Message reply(Message request, String type, ObjectNode content) {
    return new Message(
        request.identities(), header(type), request.header(), empty(), content, List.of());
  }

  /**
   * What everybody hears.
   *
   * @param parent the header of the request that it is about; empty where it is about none
   */
  public Message broadcast(ObjectNode parent, String type, ObjectNode content) {
    return new Message(
        List.of(type.getBytes(StandardCharsets.UTF_8)),
        header(type),
        parent,
        empty(),
        content,
        List.of());
  }

  private ObjectNode header(String type) {
    return empty()
        .put("msg_id", session + "_" + written.incrementAndGet())
        .put("msg_type", type)
        .put("session", session)
        .put("username", username)
        .put("date", clock.instant().truncatedTo(ChronoUnit.MICROS).toString())
        .put("version", PROTOCOL);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
