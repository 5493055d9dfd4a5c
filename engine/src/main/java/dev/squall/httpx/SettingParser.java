package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code key = value}. */
final class SettingParser {
  private SettingParser() {}

  /** Whether the next token is one of these keys. */
  static boolean isNext(Tokens in, Set<Key> keys) {
    return find(in.peek(), keys).isPresent();
  }

  static List<String> words(Collection<Key> keys) {
    return keys.stream().map(key -> key.word).sorted().toList();
  }

  /** A setting of a block that has nothing else. */
  static Setting parse(Tokens in, Set<Key> keys, String of) {
    var token = in.peek();
    var key = find(token, keys);
    if (key.isEmpty()) {
      throw in.wrong(
          token.described() + " is nothing that " + of + " has",
          Pieces.meant(token.text(), words(keys)));
    }
    in.next();
    in.expect("=", token.text() + " = …");
    var amount = amount(in, key.get());
    return new Setting(key.get(), amount, in.since(token.from()));
  }

  private static Optional<Key> find(Token token, Set<Key> keys) {
    return token.kind() == Kind.WORD
        ? keys.stream().filter(key -> key.word.equals(token.text())).findFirst()
        : Optional.empty();
  }

  private static Amount amount(Tokens in, Key key) {
    var what = "what `" + key.word + "` is set to";
    return switch (key.kind) {
      case COUNT -> new Amount.Whole(Pieces.whole(in, 0, Integer.MAX_VALUE, what));
      case WHOLE -> new Amount.Whole(Pieces.whole(in, 0, Long.MAX_VALUE, what));
      case SEED -> new Amount.Whole(Pieces.whole(in, -Long.MAX_VALUE, Long.MAX_VALUE, what));
      case NUMBER -> new Amount.Real(Pieces.number(in, what));
      case SHARE -> new Amount.Real(Pieces.share(in, what));
      case TIME -> new Amount.Time(Pieces.time(in, what));
      case PAUSE -> new Amount.Pause(PauseParser.parse(in));
      case NAME -> new Amount.Word(Pieces.plainName(in, "the data"));
      case CHOICE -> choice(in, key);
      case TEXT -> new Amount.Text(Pieces.value(in).text());
    };
  }

  private static Amount choice(Tokens in, Key key) {
    var token = in.peek();
    if (token.kind() != Kind.WORD || !key.choices().contains(token.text())) {
      throw in.wrong(
          "`" + key.word + "` is not set to " + token.described(),
          "one of " + String.join(", ", key.choices()));
    }
    in.next();
    return new Amount.Word(token.text());
  }
}
