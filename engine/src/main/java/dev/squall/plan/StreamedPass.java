package dev.squall.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.squall.plan.JsonQuery.Found;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** One way through a body for up to 64 definite paths; each is a bit of a mask. */
final class StreamedPass {

  static final int MOST = Long.SIZE;

  private final JsonParser parser;
  private final List<StreamedQuery> queries;
  private final Found[] found;

  private StreamedPass(JsonParser parser, List<StreamedQuery> queries) {
    this.parser = parser;
    this.queries = queries;
    this.found = new Found[queries.size()];
  }

  /** Reads the value the parser stands at to its end, and answers in the queries' order. */
  static List<Found> through(JsonParser parser, List<StreamedQuery> queries) throws IOException {
    var pass = new StreamedPass(parser, queries);
    pass.value(0, -1L >>> (MOST - queries.size()));
    return Arrays.asList(pass.found);
  }

  /**
   * Reads one value for those queries whose path leads here. An equal key that comes later replaces
   * what was found before, be it with a miss, because that is what a parsed document would hold.
   */
  private void value(int depth, long asking) throws IOException {
    boolean isAnEnd = false;
    for (long rest = asking; rest != 0; rest &= rest - 1) {
      int query = Long.numberOfTrailingZeros(rest);
      var steps = queries.get(query).steps();
      if (steps.size() == depth) {
        isAnEnd = true;
      } else {
        found[query] = steps.get(depth).missing();
      }
    }
    if (isAnEnd) {
      end(depth, asking);
    } else if (parser.hasToken(JsonToken.START_OBJECT)) {
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        below(depth, ofKey(key, depth, asking));
      }
    } else if (parser.hasToken(JsonToken.START_ARRAY)) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        below(depth, ofIndex(i, depth, asking));
      }
    }
  }

  private void below(int depth, long asking) throws IOException {
    if (asking == 0) {
      parser.skipChildren();
    } else {
      value(depth + 1, asking);
    }
  }

  /** At least one path ends here; others may go on inside. */
  private void end(int depth, long asking) throws IOException {
    if (Long.bitCount(asking) == 1) {
      found[Long.numberOfTrailingZeros(asking)] = JsonText.one(parser);
      return;
    }
    var tree = JsonText.tree(parser);
    for (long rest = asking; rest != 0; rest &= rest - 1) {
      int query = Long.numberOfTrailingZeros(rest);
      found[query] = queries.get(query).in(tree, depth);
    }
  }

  private long ofKey(String key, int depth, long asking) {
    long below = 0;
    for (long rest = asking; rest != 0; rest &= rest - 1) {
      if (queries.get(Long.numberOfTrailingZeros(rest)).steps().get(depth)
              instanceof StreamedQuery.Key step
          && step.name().equals(key)) {
        below |= Long.lowestOneBit(rest);
      }
    }
    return below;
  }

  private long ofIndex(int index, int depth, long asking) {
    long below = 0;
    for (long rest = asking; rest != 0; rest &= rest - 1) {
      if (queries.get(Long.numberOfTrailingZeros(rest)).steps().get(depth)
              instanceof StreamedQuery.Index step
          && step.index() == index) {
        below |= Long.lowestOneBit(rest);
      }
    }
    return below;
  }
}
