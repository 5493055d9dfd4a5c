package dev.squall.kernel.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client wrote down for the kernel that it starts: where to listen, and which key to sign
 * with.
 *
 * @param ip the address of this machine to listen at
 * @param shell port of requests
 * @param iopub port of what everybody hears
 * @param stdin port of questions to the person
 * @param control port of requests that do not wait for others
 * @param heartbeat port of what is sent back as it came
 * @param signature made with its key
 * @param curve where transport is to be encrypted
 */
public record ConnectionFile(
    String ip,
    int shell,
    int iopub,
    int stdin,
    int control,
    int heartbeat,
    Signature signature,
    Optional<Curve> curve) {
  private static final int LAST_PORT = 65_535;
  private static final int CURVE_KEY = 40;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Keys of CurveZMQ in its 40 characters of Z85.
   *
   * @param publicKey for clients
   * @param secretKey of the kernel
   */
  public record Curve(String publicKey, String secretKey) {
    /** Neither is for a log. */
    @Override
    public String toString() {
      return "Curve[…]";
    }
  }

  /**
   * As it was written.
   *
   * @throws ProblemException with all that is wrong with it
   * @throws IOException when it cannot be read
   */
  public static ConnectionFile read(Path file) throws IOException {
    return new Reader(String.valueOf(file.getFileName()), tree(file)).read();
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new ProblemException(
          List.of(
              new Problem(
                  at == null
                      ? Position.in(String.valueOf(file.getFileName()))
                      : new Position.InFile(
                          String.valueOf(file.getFileName()), at.getLineNr(), at.getColumnNr()),
                  "a connection file is JSON, and this is none",
                  "Jupyter writes one for each kernel that it starts")));
    }
  }

  /** Where a socket of this port listens. */
  public String endpoint(int port) {
    return "tcp://" + (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + port;
  }

  /** Finds all that is wrong, and not the first of it only. */
  private static final class Reader {
    private final String name;
    private final JsonNode json;
    private final List<Problem> problems = new ArrayList<>();

    Reader(String name, JsonNode json) {
      this.name = name;
      this.json = json;
    }

    ConnectionFile read() {
      var transport = json.path("transport").asText("tcp");
      if (!transport.equals("tcp")) {
        wrong("transport", "is " + transport + ", and the kernel listens by tcp only", "tcp");
      }
      int shell = port("shell_port");
      int iopub = port("iopub_port");
      int stdin = port("stdin_port");
      int control = port("control_port");
      int heartbeat = port("hb_port");
      var signature = signature();
      var curve = curve();
      if (!problems.isEmpty() || signature.isEmpty()) {
        throw new ProblemException(problems);
      }
      return new ConnectionFile(
          json.path("ip").asText("127.0.0.1"),
          shell,
          iopub,
          stdin,
          control,
          heartbeat,
          signature.get(),
          curve);
    }

    private int port(String field) {
      int port = json.path(field).asInt(-1);
      if (port < 1 || port > LAST_PORT) {
        wrong(field, "is no port", "a number from 1 to " + LAST_PORT);
      }
      return port;
    }

    /** Without a key, whoever reaches a port could have code performed. */
    private Optional<Signature> signature() {
      var key = json.path("key").asText("");
      if (key.isEmpty()) {
        wrong("key", "is empty, and nothing that is not signed is performed", "a random text");
        return Optional.empty();
      }
      var scheme = json.path("signature_scheme").asText("hmac-sha256");
      var signature = Signature.of(scheme, key);
      if (signature.isEmpty()) {
        wrong("signature_scheme", "is " + scheme + ", which is not known", "hmac-sha256");
      }
      return signature;
    }

    private Optional<Curve> curve() {
      var open = json.path("curve_publickey").asText("");
      var secret = json.path("curve_secretkey").asText("");
      if (open.isEmpty() && secret.isEmpty()) {
        return Optional.empty();
      }
      if (open.length() != CURVE_KEY || secret.length() != CURVE_KEY) {
        wrong(
            "curve_publickey",
            "and curve_secretkey are no pair of keys",
            CURVE_KEY + " characters each");
      }
      return Optional.of(new Curve(open, secret));
    }

    private void wrong(String field, String what, String hint) {
      problems.add(new Problem(Position.in(name), field + " " + what, hint));
    }
  }
}
