package dev.squall.shell.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a page's forms that a browser sends back unseen. */
final class HiddenInputs {
  private static final Pattern TAG = Pattern.compile("(?i)<(input|meta)\\b([^>]{0,2000})>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w-]++)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern OF_A_META = Pattern.compile("(?i).*(?:csrf|xsrf|token).*");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");
  private static final int LOOKED_AT = 1 << 20;
  private static final int MOST = 20;

  private HiddenInputs() {}

  /**
   * @param pattern whose first group finds the value in this page
   */
  record Input(String name, String value, String pattern) {}

  private record Attribute(String name, String value, char quote) {}

  static List<Input> of(String page) {
    var inputs = new ArrayList<Input>();
    var looked = page.length() > LOOKED_AT ? page.substring(0, LOOKED_AT) : page;
    var tags = TAG.matcher(looked);
    while (tags.find() && inputs.size() < MOST) {
      var attributes = attributes(tags.group(2));
      var name = attribute(attributes, "name");
      boolean isMeta = tags.group(1).equalsIgnoreCase("meta");
      var value = attribute(attributes, isMeta ? "content" : "value");
      var type = attribute(attributes, "type").value();
      boolean counts =
          isMeta ? OF_A_META.matcher(name.value()).matches() : type.equalsIgnoreCase("hidden");
      if (counts && !name.value().isEmpty() && !value.value().isEmpty()) {
        input(looked, attributes, name, value).ifPresent(inputs::add);
      }
    }
    return inputs;
  }

  private static Optional<Input> input(
      String page, List<Attribute> attributes, Attribute name, Attribute value) {
    var named = written(name, SPECIAL.matcher(name.value()).replaceAll("\\\\$0"));
    var found = written(value, "([^" + value.quote() + "]*)");
    var pattern =
        attributes.indexOf(name) < attributes.indexOf(value)
            ? named + "[^>]*" + found
            : found + "[^>]*" + named;
    var first = Pattern.compile(pattern).matcher(page);
    return first.find() && first.group(1).equals(value.value())
        ? Optional.of(new Input(name.value(), value.value(), pattern))
        : Optional.empty();
  }

  private static String written(Attribute attribute, String value) {
    return attribute.name() + "=" + attribute.quote() + value + attribute.quote();
  }

  private static List<Attribute> attributes(String tag) {
    var attributes = new ArrayList<Attribute>();
    var found = ATTRIBUTE.matcher(tag);
    while (found.find()) {
      var doubled = found.group(2);
      attributes.add(
          doubled != null
              ? new Attribute(found.group(1), doubled, '"')
              : new Attribute(found.group(1), found.group(3), '\''));
    }
    return attributes;
  }

  private static Attribute attribute(List<Attribute> attributes, String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseGet(() -> new Attribute(name, "", '"'));
  }
}
