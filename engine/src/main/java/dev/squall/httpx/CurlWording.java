package dev.squall.httpx;

import dev.squall.scenario.Request;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of curl, without its name. */
final class CurlWording {
  static final String HINT =
      "a path begins with /, a URL with http:// or https://, a method is in capitals";

  private CurlWording() {}

  static List<String> split(String line) {
    return ShellWords.split("curl", line, 0, false).words().stream()
        .skip(1)
        .map(ShellWord::text)
        .toList();
  }

  /** What they mean, if they mean it without a problem or a warning. */
  static Optional<Request> read(List<String> words) {
    var command = command(words);
    return command.problems().isEmpty() && command.warnings().isEmpty()
        ? Optional.of(command.request())
        : Optional.empty();
  }

  private static CurlCommand command(List<String> words) {
    var line =
        Stream.concat(Stream.of("curl"), words.stream().map(ShellWords::quote))
            .collect(Collectors.joining(" "));
    var split = ShellWords.split("curl", line, 0, false);
    return CurlCommand.read("curl", line, split.words());
  }

  /** Ways to say the same, perhaps, and at the end these words. */
  static List<List<String>> shorter(List<String> words) {
    int data = words.size() - 2;
    if (data < 0 || !words.get(data).equals("--data-raw")) {
      return List.of(words);
    }
    var named = with(words, data, List.of("-d", words.getLast()));
    boolean typed = data >= 3 && words.get(data - 2).equals("-H");
    return typed
        ? List.of(with(words, data - 2, List.of("-d", words.getLast())), named, words)
        : List.of(named, words);
  }

  private static List<String> with(List<String> words, int upTo, List<String> last) {
    return Stream.concat(words.stream().limit(upTo), last.stream()).toList();
  }

  /** What of a request is another when it is read from these words. */
  static String difference(Request sent, List<String> words) {
    var read = command(words).request();
    if (!read.method().equals(sent.method())) {
      return "curl has no words for its method " + sent.method();
    }
    if (!read.target().equals(sent.target()) || !read.query().equals(sent.query())) {
      return "curl has no words for its target " + sent.target();
    }
    if (!read.headers().equals(sent.headers())) {
      return "curl has no words for its headers "
          + sent.headers().stream().map(header -> header.name()).toList();
    }
    return read.body().equals(sent.body())
        ? "curl has no words for it"
        : "curl has no words for its body";
  }

  /** What says this of connections; nothing where nothing does. */
  static Optional<List<String>> words(CurlSettings settings) {
    var words = new ArrayList<String>();
    if (settings.insecure()) {
      words.add("-k");
    }
    settings.authorities().ifPresent(file -> add(words, "--cacert", file));
    settings.certificate().ifPresent(file -> add(words, "--cert", file));
    settings.key().ifPresent(file -> add(words, "--key", file));
    settings.password().ifPresent(text -> add(words, "--pass", text));
    settings.proxy().ifPresent(url -> add(words, "-x", url));
    for (var host : settings.resolved()) {
      add(words, "--resolve", host.host() + ":443:" + String.join(",", host.addresses()));
    }
    settings
        .connectTimeout()
        .map(limit -> BigDecimal.valueOf(limit.toNanos(), 9))
        .ifPresent(seconds -> add(words, "--connect-timeout", Texts.plain(seconds)));
    var read = command(Stream.concat(Stream.of("/"), words.stream()).toList());
    return read.problems().isEmpty() && read.settings().equals(settings)
        ? Optional.of(List.copyOf(words))
        : Optional.empty();
  }

  private static void add(List<String> words, String flag, String value) {
    words.add(flag);
    words.add(value.replace("$", "${$}"));
  }

  static List<String> joined(List<String> words, List<String> more) {
    return Stream.concat(words.stream(), more.stream()).toList();
  }
}
