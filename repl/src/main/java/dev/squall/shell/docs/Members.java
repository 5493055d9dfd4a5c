package dev.squall.shell.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a type has, by name, below its description. */
final class Members {
  private Members() {}

  /** Components are not among them: they are described one by one. */
  static String appended(String body, List<Entry> members) {
    return Stream.of(
            body,
            line("Words", members, Entry.Kind.WORD),
            line("Methods", members, Entry.Kind.METHOD),
            line("Constants", members, Entry.Kind.CONSTANT),
            line("Types", members, Entry.Kind.TYPE))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String line(String title, List<Entry> members, Entry.Kind kind) {
    var names =
        members.stream()
            .filter(member -> member.kind() == kind && !member.name().equals("toString"))
            .map(Entry::name)
            .distinct()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : title + ": " + names;
  }
}
