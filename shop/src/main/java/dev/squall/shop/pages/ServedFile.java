package dev.squall.shop.pages;

import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Body;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * A file on the class path that is served as it is. It is read when somebody first asks for it: no
 * start pays for it.
 */
final class ServedFile {

  private final Supplier<String> name;
  private final List<HttpField> headers;
  private volatile @Nullable Answer answer;

  /**
   * Such a file.
   *
   * @param name on the class path
   * @param headers of the answer
   */
  ServedFile(Supplier<String> name, HttpField... headers) {
    this.name = name;
    this.headers = List.of(headers);
  }

  Answer answer() {
    var known = answer;
    if (known == null) {
      // Two who come first both read it: that costs less than a lock would.
      known = new Answer(200, new Body.Whole(read(name.get())), headers, 0);
      answer = known;
    }
    return known;
  }

  static byte[] read(String name) {
    try (var in = ServedFile.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
