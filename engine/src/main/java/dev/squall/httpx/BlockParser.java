package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The items between braces, or of a whole file, one after the other. An item that cannot be read is
 * passed, and the next one is read.
 *
 * @param what the block is, in a problem
 * @param endsByWord whether {@code end} closes it too
 * @param toComma whether a comma ends an item that cannot be read
 * @param item reads an item
 */
record BlockParser<T>(String what, boolean endsByWord, boolean toComma, Function<Tokens, T> item) {
  static final int DEEPEST = 100;

  /** What begins something new at the top of a file; in a block it says that its end is missing. */
  private static final Set<String> FOREIGN =
      Set.of("request", "req", "scenario", "mix", "var", "data");

  /** Of steps and other things that take a line each. */
  static <T> BlockParser<T> lines(String what, Function<Tokens, T> item) {
    return new BlockParser<>(what, false, false, item);
  }

  /** The same, for a block that {@code end} may close. */
  static <T> BlockParser<T> toEnd(String what, Function<Tokens, T> item) {
    return new BlockParser<>(what, true, false, item);
  }

  /** Of short things, often several in a line. */
  static <T> BlockParser<T> list(String what, Function<Tokens, T> item) {
    return new BlockParser<>(what, false, true, item);
  }

  /** The block that begins with the next token that is no line end. */
  Block<T> parse(Tokens in) {
    var mark = in.mark();
    in.passLines();
    if (!in.is("{")) {
      in.reset(mark);
    }
    var open = in.expect("{", "write " + what);
    if (in.depth == DEEPEST) {
      in.problems()
          .add(open.from(), "blocks are nested more than " + DEEPEST + " deep", "nest fewer");
      in.jump(Recovery.blockEnd(in, open.to()));
      in.unclosed = !in.take("}");
      return new Block<>(List.of());
    }
    in.depth++;
    var lines = lines(in, Optional.of(open));
    in.depth--;
    if (!in.unclosed) {
      in.next();
    }
    return new Block<>(lines);
  }

  /** A whole file. */
  List<Line<T>> file(Tokens in) {
    return lines(in, Optional.empty());
  }

  private List<Line<T>> lines(Tokens in, Optional<Token> open) {
    var lines = new ArrayList<Line<T>>();
    boolean gap = false;
    int lineEnds = 0;
    while (!isClosed(in, open)) {
      var token = in.peek();
      if (token.kind() == Kind.LINE_END) {
        in.next();
        lineEnds++;
        gap |= lineEnds > 1;
      } else if (token.is(",")) {
        in.next();
      } else {
        lineEnds = 0;
        add(in, gap, lines);
        gap = false;
        if (open.isEmpty()) {
          in.unclosed = false;
        }
      }
    }
    return lines;
  }

  private void add(Tokens in, boolean gap, List<Line<T>> lines) {
    if (in.peek().kind() == Kind.COMMENT) {
      lines.add(new Line<>(gap, Optional.empty(), Optional.of(in.next().asComment())));
      return;
    }
    var read = read(in);
    int before = lines.size();
    for (var stray : in.takeStrays()) {
      lines.add(new Line<>(gap && lines.size() == before, Optional.empty(), Optional.of(stray)));
    }
    if (read.isPresent()) {
      lines.add(new Line<>(gap && lines.size() == before, read, commentBehind(in)));
    }
  }

  private static Optional<Comment> commentBehind(Tokens in) {
    return in.peek().kind() == Kind.COMMENT ? Optional.of(in.next().asComment()) : Optional.empty();
  }

  private Optional<T> read(Tokens in) {
    int from = in.offset();
    try {
      var read = item.apply(in);
      if (!in.unclosed) {
        refuseLeftover(in);
      }
      return Optional.of(read);
    } catch (Unreadable _) {
      if (!in.unclosed && !in.refused) {
        pass(in, from);
      }
      in.refused = false;
      return Optional.empty();
    }
  }

  private void refuseLeftover(Tokens in) {
    var next = in.peek();
    boolean ends =
        next.endsLine() || next.is(",") || next.is("}") || in.text().charAt(in.behind() - 1) == '}';
    if (!ends) {
      in.tell(
          next,
          next.described() + " is left over",
          "a line of its own, or quotes around a text, would say what it is");
      in.jump(Recovery.itemEnd(in, next.from(), toComma));
    }
  }

  /** Behind what cannot be read; always further than before. */
  private void pass(Tokens in, int from) {
    int reached = in.behind();
    int end = Recovery.itemEnd(in, from, toComma);
    if (end < reached) {
      end = Recovery.itemEnd(in, reached, toComma);
    }
    in.jump(end);
    if (end <= from) {
      in.next();
    }
  }

  private boolean isClosed(Tokens in, Optional<Token> open) {
    if (open.isEmpty()) {
      return in.peek().kind() == Kind.END;
    }
    if (in.unclosed || in.is("}") || (endsByWord && isEndWord(in))) {
      return true;
    }
    if (in.peek().kind() == Kind.END) {
      tellUnclosed(in, open.get(), "put } where it ends");
      return true;
    }
    if (beginsForeign(in)) {
      int line = in.problems().line(in.offset());
      tellUnclosed(in, open.get(), "put } before line " + line);
      return true;
    }
    return false;
  }

  private void tellUnclosed(Tokens in, Token open, String hint) {
    in.problems().add(open.from(), "the block is not closed", hint);
    in.unclosed = true;
  }

  private static boolean isEndWord(Tokens in) {
    return in.is("end") && in.follows(Token::endsLine);
  }

  private static boolean beginsForeign(Tokens in) {
    return in.peek().kind() == Kind.WORD
        && FOREIGN.contains(in.peek().text())
        && !isInner(in)
        && in.follows(Token::isName);
  }

  /** What a programmer writes into a block, and means no end of it. */
  private static boolean isInner(Tokens in) {
    int from = in.offset();
    return (in.is("var") || in.is("data")) && from > 0 && in.text().charAt(from - 1) != '\n';
  }
}
