package dev.squall.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any other path: the body is parsed and json-path walks it. */
final class TreeQuery implements JsonQuery {

  private static final Configuration JACKSON_2 = jackson2();

  private final String path;
  private final JsonPath compiled;
  private final boolean keepsAll;
  private final boolean isShared;
  private final Missing missing;

  /**
   * @param keepsAll whether all matches are kept, not only the first
   * @throws com.jayway.jsonpath.InvalidPathException if json-path cannot read the path
   */
  TreeQuery(String path, boolean keepsAll) {
    this.path = path;
    this.compiled = JsonPath.compile(path);
    this.keepsAll = keepsAll;
    this.isShared = !path.contains("..") && !PathText.callsFunction(path);
    this.missing = new Missing("nothing matches " + path);
  }

  @Override
  public Found read(byte[] body, int from, int to) {
    try {
      return in(JsonText.document(body, from, to, JsonText::tree));
    } catch (IOException e) {
      return JsonText.notJson(e);
    }
  }

  /** What json-path finds in a tree of {@link JsonText#tree}. */
  Found in(@Nullable Object tree) {
    if (tree == null) {
      return missing;
    }
    Object result;
    try {
      result = mine().read(tree, JACKSON_2);
    } catch (PathNotFoundException e) {
      return missing;
    } catch (RuntimeException e) {
      // A filter or function that does not fit the data ends in many kinds of exceptions.
      return new Missing(missing.reason() + ": " + e.getMessage());
    }
    if (compiled.isDefinite()) {
      // A function that does not fit its argument answers null.
      return result == null && path.endsWith(")") ? missing : JsonText.one(result);
    }
    var matches = (List<?>) result;
    if (matches.isEmpty()) {
      return missing;
    }
    if (!keepsAll) {
      return JsonText.one(matches.getFirst());
    }
    var values = new ArrayList<One>(matches.size());
    for (var match : matches) {
      values.add(JsonText.one(match));
    }
    return new Many(values);
  }

  /**
   * json-path writes the state of a walk into the tokens of a deep scan and of a function's
   * arguments, so those paths cannot be shared between users, nor even used twice.
   */
  private JsonPath mine() {
    return isShared ? compiled : JsonPath.compile(path);
  }

  /** Both providers are named: json-path would otherwise look for its own defaults. */
  private static Configuration jackson2() {
    var mapper = new ObjectMapper(JsonText.FACTORY);
    return Configuration.builder()
        .jsonProvider(new JacksonJsonProvider(mapper))
        .mappingProvider(new JacksonMappingProvider(mapper))
        .build();
  }
}
