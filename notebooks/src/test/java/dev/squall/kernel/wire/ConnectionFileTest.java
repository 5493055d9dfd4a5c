package dev.squall.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connection files as Jupyter's clients write them. */
class ConnectionFileTest {
  private static final String FILE =
      """
      {
        "shell_port": 53794,
        "iopub_port": 35885,
        "stdin_port": 58397,
        "control_port": 38461,
        "hb_port": 44215,
        "ip": "127.0.0.1",
        "key": "9b6a2e1c-2f0b4d3f5c7a8e9d0f1b2c3d",
        "transport": "tcp",
        "signature_scheme": "hmac-sha256",
        "kernel_name": "squall",
        "jupyter_session": "/a/b.ipynb"
      }
      """;

  @TempDir private Path folder;

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("kernel-1.json"), text);
  }

  @Test
  void whatAClientWroteIsRead() throws IOException {
    var read = ConnectionFile.read(written(FILE));

    assertThat(read.endpoint(read.shell())).isEqualTo("tcp://127.0.0.1:53794");
    assertThat(read.iopub()).isEqualTo(35885);
    assertThat(read.stdin()).isEqualTo(58397);
    assertThat(read.control()).isEqualTo(38461);
    assertThat(read.heartbeat()).isEqualTo(44215);
    assertThat(read.curve()).isEmpty();
  }

  @Test
  void anAddressOfSixteenBytesStandsInBrackets() throws IOException {
    var read = ConnectionFile.read(written(FILE.replace("127.0.0.1", "::1")));

    assertThat(read.endpoint(1)).isEqualTo("tcp://[::1]:1");
  }

  @Test
  void keysOfEncryptionAreReadAndNotShown() throws IOException {
    var open = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7";
    var secret = "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6";
    var keys = "\"curve_publickey\":\"" + open + "\",\"curve_secretkey\":\"" + secret + "\",";

    var read =
        ConnectionFile.read(written(FILE.replaceFirst("\\{", "{" + keys.replace("$", "\\$"))));

    assertThat(read.curve()).contains(new ConnectionFile.Curve(open, secret));
    assertThat(read.toString()).doesNotContain(secret).doesNotContain("9b6a2e1c");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    var file =
        written(
            FILE.replace("53794", "0")
                .replace("44215", "\"many\"")
                .replace("\"tcp\"", "\"ipc\"")
                .replace("hmac-sha256", "rot13"));

    assertThatThrownBy(() -> ConnectionFile.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("shell_port is no port")
        .hasMessageContaining("hb_port is no port")
        .hasMessageContaining("transport is ipc")
        .hasMessageContaining("signature_scheme is rot13");
  }

  @Test
  void withoutAKeyNothingIsPerformed() throws IOException {
    var file = written(FILE.replaceFirst("\"key\": \".*?\"", "\"key\": \"\""));

    assertThatThrownBy(() -> ConnectionFile.read(file)).hasMessageContaining("key is empty");
  }

  @Test
  void halfAPairOfKeysIsNone() throws IOException {
    var file = written(FILE.replaceFirst("\\{", "{\"curve_secretkey\":\"abc\","));

    assertThatThrownBy(() -> ConnectionFile.read(file)).hasMessageContaining("no pair of keys");
  }

  @Test
  void whatIsNoJsonIsSaidWithItsPlace() throws IOException {
    var file = written("{\n  \"ip\": }");

    assertThatThrownBy(() -> ConnectionFile.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("kernel-1.json:2:");
    assertThatThrownBy(() -> ConnectionFile.read(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
