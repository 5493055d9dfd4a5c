package dev.squall.shop.pages;

import dev.squall.shop.store.Once;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Body;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;

/**
 * A file on the class path that is served as it is. It is read when somebody first asks for it: no
 * start pays for it.
 */
final class ServedFile {

  private final Once<Answer> answer;

  /**
   * Such a file.
   *
   * @param name on the class path
   * @param headers of the answer
   */
  ServedFile(Supplier<String> name, HttpField... headers) {
    var all = List.of(headers);
    answer = new Once<>(() -> new Answer(200, new Body.Whole(read(name.get())), all, 0));
  }

  Answer answer() {
    return answer.get();
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
