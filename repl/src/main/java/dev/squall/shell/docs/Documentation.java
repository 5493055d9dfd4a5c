package dev.squall.shell.docs;

import dev.squall.problem.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written about our own words and types. Immutable; made once for a session by {@link
 * #load()}.
 */
public final class Documentation {
  private static final int MOST_SUGGESTED = 5;

  private final Map<String, List<Entry>> byName;
  private final Map<String, Entry> types = new LinkedHashMap<>();

  Documentation(Collection<Entry> entries) {
    byName =
        entries.stream()
            .collect(Collectors.groupingBy(Entry::name, LinkedHashMap::new, Collectors.toList()));
    for (var entry : entries) {
      if (entry.kind() == Entry.Kind.TYPE) {
        types.putIfAbsent(entry.fullName(), entry);
        types.putIfAbsent(entry.name(), entry);
      }
    }
  }

  /**
   * The documentation that was made when Squall was built.
   *
   * @throws IllegalStateException if it was built without
   */
  public static Documentation load() {
    return new Documentation(EntryFile.ofClassPath());
  }

  /**
   * The entries for a word ({@code perSecond}, {@code Users.during}, {@code Results}) or for a
   * method as JShell's analysis gives it ({@code ClosedLoad Users(int count).during(Duration
   * time)}). Parameter types choose among methods of one name; where none has them, all of them are
   * given. A name alone is first a word or a type, and only if there is none a member of any type.
   * The description of a type ends with what it has, and one that has no description of its own
   * comes with its type.
   *
   * @return empty for what is not ours
   */
  public List<Entry> of(String signatureOrWord) {
    var asked = Asked.of(signatureOrWord);
    var named = byName.getOrDefault(asked.name(), List.of());
    var all = asked.owner().isEmpty() ? ofName(named) : ofOwner(asked, named);
    var ofRoom = all.stream().filter(entry -> entry.room().equals(asked.room())).toList();
    var found = ofRoom.isEmpty() ? all : ofRoom;
    var exact =
        asked.types().stream()
            .flatMap(wanted -> found.stream().filter(entry -> entry.types().equals(wanted)))
            .toList();
    var chosen = exact.isEmpty() ? found : exact;
    return Stream.concat(chosen.stream(), explaining(chosen)).map(this::withMembers).toList();
  }

  private Stream<Entry> explaining(List<Entry> entries) {
    return entries.stream().allMatch(entry -> entry.body().isEmpty())
        ? entries.stream().map(Entry::owner).distinct().map(types::get).filter(Objects::nonNull)
        : Stream.empty();
  }

  private Entry withMembers(Entry entry) {
    return entry.kind() == Entry.Kind.TYPE
        ? entry.withBody(Members.appended(entry.body(), members(entry.fullName()).toList()))
        : entry;
  }

  private Stream<Entry> members(String type) {
    var lineage = lineage(type);
    return byName.values().stream()
        .flatMap(List::stream)
        .filter(entry -> lineage.stream().anyMatch(owner -> isOwner(owner, entry.owner())));
  }

  /** The entries for a word or a method as lines of a terminal; empty for what is not ours. */
  public Optional<String> text(String signatureOrWord, int width) {
    return shown(signatureOrWord, entries -> EntryText.of(entries, width));
  }

  /** The same as Markdown. */
  public Optional<String> markdown(String signatureOrWord) {
    return shown(signatureOrWord, EntryMarkdown::of);
  }

  /** The same as a fragment of a page. */
  public Optional<String> html(String signatureOrWord) {
    return shown(signatureOrWord, EntryHtml::of);
  }

  private Optional<String> shown(String asked, Function<List<Entry>, String> as) {
    return Optional.of(of(asked)).filter(entries -> !entries.isEmpty()).map(as);
  }

  /**
   * An entry of what is not ours, from what JShell's analysis finds in the sources of the JDK.
   *
   * @param signature as JShell's analysis gives it
   * @param comment a doc comment without its slashes and stars
   */
  public static Entry elsewhere(String signature, String comment) {
    return Extraction.of(signature, comment);
  }

  private static List<Entry> ofName(List<Entry> named) {
    var spoken =
        named.stream()
            .filter(entry ->
                switch (entry.kind()) {
                  case WORD, TYPE, CONSTRUCTOR -> true;
                  case METHOD, COMPONENT, CONSTANT -> false;
                })
            .toList();
    return spoken.isEmpty() ? named : spoken;
  }

  /** Of a type or the nearest of those above it; a variable's name instead of a type's is none. */
  private List<Entry> ofOwner(Asked asked, List<Entry> named) {
    for (var owner : lineage(asked.owner())) {
      var own = named.stream().filter(entry -> isOwner(owner, entry.owner())).toList();
      if (!own.isEmpty()) {
        return own;
      }
    }
    return isType(asked.owner()) ? List.of() : ofName(named);
  }

  private static boolean isOwner(String asked, String owner) {
    return owner.equals(asked) || owner.endsWith("." + asked);
  }

  private static boolean isType(String owner) {
    return !owner.isEmpty() && Character.isUpperCase(owner.charAt(owner.lastIndexOf('.') + 1));
  }

  private Set<String> lineage(String type) {
    var lineage = new LinkedHashSet<String>();
    var rest = new ArrayList<>(List.of(type));
    while (!rest.isEmpty()) {
      var next = rest.removeFirst();
      var entry = types.get(next);
      if (lineage.add(next) && entry != null) {
        rest.addAll(entry.supertypes());
      }
    }
    return lineage;
  }

  /** The first sentence on a word or a method, for a line beside a completion. */
  public Optional<String> summary(String signatureOrWord) {
    return of(signatureOrWord).stream()
        .map(Entry::summary)
        .filter(summary -> !summary.isEmpty())
        .findFirst();
  }

  /** The words that start-up imports, each name once, in the order of the alphabet. */
  public List<String> words() {
    return byName.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.kind() == Entry.Kind.WORD)
        .map(Entry::name)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What was probably meant: words and types, or members of the type that stands before the dot,
   * that begin so or are spelt nearly so; at most five, the likeliest first.
   */
  public List<String> wordsLike(String misspelt) {
    var asked = Asked.of(misspelt);
    var left = new LinkedHashSet<>(candidates(asked.owner()));
    var alike = new ArrayList<String>();
    for (var nearest = Nearest.to(asked.name(), left);
        nearest.isPresent() && alike.size() < MOST_SUGGESTED;
        nearest = Nearest.to(asked.name(), left)) {
      alike.add(nearest.get());
      left.remove(nearest.get());
    }
    if (asked.name().length() > 1) {
      left.stream().filter(word -> word.startsWith(asked.name())).forEach(alike::add);
    }
    var owner = isType(asked.owner()) ? asked.owner() + "." : "";
    return alike.stream().limit(MOST_SUGGESTED).map(word -> owner + word).toList();
  }

  private List<String> candidates(String owner) {
    if (!isType(owner)) {
      return Stream.concat(
              words().stream(),
              types.values().stream().filter(type -> type.owner().isEmpty()).map(Entry::name))
          .distinct()
          .toList();
    }
    return members(owner).map(Entry::name).distinct().toList();
  }
}
