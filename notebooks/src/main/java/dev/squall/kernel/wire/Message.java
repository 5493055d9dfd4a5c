package dev.squall.kernel.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A message of Jupyter's protocol, without its signature.
 *
 * @param identities whom it comes from or goes to, as ZeroMQ routes it; on iopub its topic
 * @param header {@code msg_id}, {@code msg_type}, {@code session}, {@code username}, {@code date}
 *     and {@code version}, and whatever else a client put there
 * @param parent the header of what it answers, as it came; empty where it answers nothing
 * @param metadata beside the content
 * @param content what its type says
 * @param buffers bytes behind it
 */
public record Message(
    List<byte[]> identities,
    ObjectNode header,
    ObjectNode parent,
    ObjectNode metadata,
    ObjectNode content,
    List<byte[]> buffers) {

  /** Such as {@code execute_request}. */
  public String type() {
    return header.path("msg_type").asText();
  }

  /** Of this message alone. */
  public String id() {
    return header.path("msg_id").asText();
  }

  /** Of the client, or of the kernel. */
  public String session() {
    return header.path("session").asText();
  }
}
