package dev.squall.shell.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An expression of Java or JavaScript, and how it is laid out in a hundred columns. */
sealed interface Code {
  int WIDTH = 100;

  /** Something that is never broken. */
  record Word(String text) implements Code {}

  /** Lines that keep to themselves: a text block. */
  record Block(List<String> lines) implements Code {
    public Block {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A call, of a value or of nothing, whose last arguments stand on lines of their own if need be.
   */
  record Call(Optional<Code> of, String name, List<Code> arguments) implements Code {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  static Code word(String text) {
    return new Word(text);
  }

  static Code call(String name, List<? extends Code> arguments) {
    return new Call(Optional.empty(), name, List.copyOf(arguments));
  }

  static Code call(String name, Code... arguments) {
    return call(name, List.of(arguments));
  }

  default Code dot(String name, List<? extends Code> arguments) {
    return new Call(Optional.of(this), name, List.copyOf(arguments));
  }

  default Code dot(String name, Code... arguments) {
    return dot(name, List.of(arguments));
  }

  /**
   * As text whose first line continues one.
   *
   * @param indent of that line, in columns
   * @param used how much of it is taken before, and of the last line behind
   */
  static String print(Code code, int indent, int used) {
    var flat = flat(code);
    if (flat.isPresent() && indent + used + flat.get().length() <= WIDTH) {
      return flat.get();
    }
    return switch (code) {
      case Word(var text) -> text;
      case Block(var lines) -> String.join("\n" + " ".repeat(indent), lines);
      case Call call -> broken(call, indent);
    };
  }

  private static String broken(Call last, int indent) {
    var links = new ArrayList<Call>();
    Code head = last;
    while (head instanceof Call call && call.of().isPresent()) {
      links.addFirst(call);
      head = call.of().get();
    }
    var text = new StringBuilder();
    if (head instanceof Call call) {
      text.append(call.name()).append(arguments(call, indent, links.isEmpty() ? 4 : 8));
    } else {
      text.append(print(head, indent, 0));
    }
    for (var link : links) {
      text.append('\n')
          .append(" ".repeat(indent + 4))
          .append('.')
          .append(link.name())
          .append(arguments(link, indent + 4, 4));
    }
    return text.toString();
  }

  private static String arguments(Call call, int indent, int deeper) {
    var flat = flatArguments(call);
    int taken = indent + call.name().length() + 3;
    if (flat.isPresent() && taken + flat.get().length() <= WIDTH) {
      return "(" + flat.get() + ")";
    }
    var line = "\n" + " ".repeat(indent + deeper);
    return call.arguments().stream()
        .map(argument -> print(argument, indent + deeper, 1))
        .collect(Collectors.joining("," + line, "(" + line, ")"));
  }

  private static Optional<String> flat(Code code) {
    return switch (code) {
      case Word(var text) -> text.indexOf('\n') < 0 ? Optional.of(text) : Optional.empty();
      case Block _ -> Optional.empty();
      case Call call ->
          flatArguments(call)
              .flatMap(arguments ->
                  call.of().isEmpty()
                      ? Optional.of(call.name() + "(" + arguments + ")")
                      : flat(call.of().get())
                          .map(of -> of + "." + call.name() + "(" + arguments + ")"));
    };
  }

  private static Optional<String> flatArguments(Call call) {
    var arguments = call.arguments().stream().map(Code::flat).flatMap(Optional::stream).toList();
    return arguments.size() == call.arguments().size()
        ? Optional.of(String.join(", ", arguments))
        : Optional.empty();
  }

  /** All of both. */
  static List<Code> of(Code first, Stream<? extends Code> others) {
    return Stream.concat(Stream.of(first), others).toList();
  }
}
