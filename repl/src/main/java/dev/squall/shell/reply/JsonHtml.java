package dev.squall.shell.reply;

import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.Line.Span;
import java.util.List;
import java.util.Optional;

/** A document as folds in folds. */
final class JsonHtml {
  /** What stands on one line, in cells. */
  private static final int COLUMNS = 88;

  /** Values in one fragment: beyond them a browser is slower than anybody reads. */
  private static final int MOST = 1_500;

  /** Items of a list that are shown before the others fold. */
  private static final int FEWEST = 3;

  private static final int MOST_IN_FULL = 100_000;
  private static final Fold STRINGS =
      new Fold(Integer.MAX_VALUE, false, Integer.MAX_VALUE, Integer.MAX_VALUE, 300);

  private final StringBuilder html = new StringBuilder();
  private final Masks masks;
  private final Fold fold;
  private final boolean full;

  /** How many more values are written. */
  private int left;

  /** How many more lines are open from the start. */
  private int room;

  private JsonHtml(View view) {
    masks = new Masks(view.reveals());
    full = view.full();
    fold = full ? Fold.NONE : STRINGS;
    left = full ? MOST_IN_FULL : MOST;
    room = full ? Integer.MAX_VALUE : view.lines();
  }

  static String of(Json json, View view) {
    var made = new JsonHtml(view);
    made.value(List.of(), json, "", true);
    return made.html.append('\n').toString();
  }

  /**
   * @param before what stands before it on its line, such as its name
   * @param first whether it may be open from the start
   */
  private void value(List<Span> before, Json json, String after, boolean first) {
    left--;
    var flat =
        Json.isLeaf(json)
            ? Optional.of(JsonLeaf.of(json, fold.characters(), masks))
            : FlatJson.fitting(json, COLUMNS, fold, masks);
    if (flat.isPresent()) {
      html.append("<div>").append(of(before)).append(of(flat.get())).append(after);
      html.append("</div>");
      return;
    }
    switch (json) {
      case Json.Obj(var members) -> object(before, json, members, after, first);
      case Json.Arr(var items) -> list(before, json, items, after, first);
      case Json.Str _, Json.Num _, Json.Truth _, Json.Null _ ->
          throw new IllegalStateException("a leaf is flat");
    }
  }

  private void object(
      List<Span> before, Json json, List<Json.Member> members, String after, boolean first) {
    boolean isOpen = first && members.size() <= room;
    open(before, json, "{", members.size(), "member", isOpen);
    room -= isOpen && !full ? members.size() : 0;
    for (int i = 0; i < members.size(); i++) {
      if (left <= 0) {
        more(members.size() - i);
        break;
      }
      var member = members.get(i);
      var name = List.of(JsonLeaf.name(member.name()), new Span(Tone.PLAIN, ": "));
      var comma = i + 1 < members.size() ? "," : "";
      if (masks.hides(member.name(), member.value())) {
        html.append("<div>").append(of(name)).append(of(List.of(JsonLeaf.masked())));
        html.append(comma).append("</div>");
      } else {
        value(name, member.value(), comma, true);
      }
    }
    close("}" + after);
  }

  private void list(List<Span> before, Json json, List<Json> items, String after, boolean first) {
    boolean areLeaves = items.stream().allMatch(Json::isLeaf);
    int shown =
        full || areLeaves ? items.size() : Math.min(items.size(), Math.max(FEWEST, room / 2));
    open(before, json, "[", items.size(), "item", first && (areLeaves || room >= FEWEST));
    room -= full || areLeaves ? 0 : shown;
    if (areLeaves) {
      leaves(items);
    } else {
      items(items, 0, shown);
      if (shown < items.size()) {
        html.append("<details><summary class=\"f\">… ").append(items.size() - shown);
        html.append(" more</summary>");
        items(items, shown, items.size());
        html.append("</details>");
      }
    }
    close("]" + after);
  }

  private void items(List<Json> items, int from, int to) {
    for (int i = from; i < to; i++) {
      if (left <= 0) {
        more(items.size() - i);
        break;
      }
      value(List.of(), items.get(i), i + 1 < items.size() ? "," : "", i == 0 || full);
    }
  }

  private void leaves(List<Json> items) {
    html.append("<div>");
    int shown = Math.min(items.size(), Math.max(0, left));
    for (int i = 0; i < shown; i++) {
      html.append(of(JsonLeaf.of(items.get(i), fold.characters(), masks)));
      html.append(i + 1 < items.size() ? ", " : "");
    }
    left -= shown;
    html.append("</div>");
    more(items.size() - shown);
  }

  private void open(
      List<Span> before, Json json, String bracket, int count, String noun, boolean isOpen) {
    html.append(isOpen ? "<details open=\"open\">" : "<details>").append("<summary>");
    html.append(of(before)).append("<span class=\"opened\">").append(bracket).append(" </span>");
    // What is closed shows its beginning; how much there is of it only a list does not say itself.
    html.append(bracket.equals("[") ? "<span class=\"f\">" : "<span class=\"f opened\">");
    html.append(Numbers.count(count)).append(' ').append(noun);
    html.append(count == 1 ? "" : "s").append("</span><span class=\"closed\">");
    html.append(bracket.equals("[") ? " " : "");
    html.append(of(FlatJson.cut(json, COLUMNS, fold, masks))).append("</span></summary>");
    html.append("<div class=\"in\">");
  }

  private void close(String bracket) {
    html.append("</div><div>").append(bracket).append("</div></details>");
  }

  private void more(int count) {
    if (count > 0) {
      html.append("<div class=\"f\">… ").append(Numbers.count(count)).append(" more</div>");
    }
  }

  private static String of(List<Span> spans) {
    return new Line(spans).html();
  }
}
