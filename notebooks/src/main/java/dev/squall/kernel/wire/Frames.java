package dev.squall.kernel.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Messages to frames and back: identities, {@code <IDS|MSG>}, the signature, header, parent header,
 * metadata and content as JSON, buffers. What is not signed with the key, or came before, is
 * refused before anything of it is read. One for all sockets of a kernel, so that what came by one
 * does not come again by another; for any thread.
 */
public final class Frames {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int PARTS = 4;

  /** Signatures that are remembered; what came before them is too old to be sent again. */
  private static final int MOST_REMEMBERED = 65_536;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Signature signature;
  private final SequencedSet<String> seen = new LinkedHashSet<>();

  /** Of messages that are signed so. */
  public Frames(Signature signature) {
    this.signature = signature;
  }

  /**
   * The message that these frames are.
   *
   * @throws Refused when they are none, with why
   */
  public Message read(List<byte[]> frames) throws Refused {
    int delimiter = delimiter(frames);
    if (frames.size() < delimiter + 2 + PARTS) {
      throw new Refused("a message of too few frames");
    }
    var signed = frames.get(delimiter + 1);
    var parts = frames.subList(delimiter + 2, delimiter + 2 + PARTS);
    if (!signature.isOf(parts, signed)) {
      throw new Refused("a signature that is not ours");
    }
    if (!isNew(new String(signed, StandardCharsets.US_ASCII))) {
      throw new Refused("a message that came before");
    }
    var header = object(parts.get(0), "header");
    for (var name : List.of("msg_id", "msg_type", "session")) {
      if (!header.path(name).isTextual()) {
        throw new Refused("a header without " + name);
      }
    }
    return new Message(
        List.copyOf(frames.subList(0, delimiter)),
        header,
        object(parts.get(1), "parent header"),
        object(parts.get(2), "metadata"),
        object(parts.get(3), "content"),
        List.copyOf(frames.subList(delimiter + 2 + PARTS, frames.size())));
  }

  private boolean isNew(String signed) {
    synchronized (seen) {
      if (seen.size() == MOST_REMEMBERED) {
        seen.removeFirst();
      }
      return seen.add(signed);
    }
  }

  private static int delimiter(List<byte[]> frames) throws Refused {
    for (int i = 0; i < frames.size(); i++) {
      if (Arrays.equals(frames.get(i), DELIMITER)) {
        return i;
      }
    }
    throw new Refused("frames without <IDS|MSG>");
  }

  private static ObjectNode object(byte[] json, String what) throws Refused {
    JsonNode read;
    try {
      read = JSON.readTree(json);
    } catch (IOException _) {
      throw new Refused("a " + what + " that is no JSON");
    }
    if (read instanceof ObjectNode object) {
      return object;
    }
    throw new Refused("a " + what + " that is no object");
  }

  /** The frames of a message, signed. */
  public List<byte[]> write(Message message) {
    var parts =
        List.of(
            bytes(message.header()),
            bytes(message.parent()),
            bytes(message.metadata()),
            bytes(message.content()));
    var frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER.clone());
    frames.add(signature.of(parts));
    frames.addAll(parts);
    frames.addAll(message.buffers());
    return frames;
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
