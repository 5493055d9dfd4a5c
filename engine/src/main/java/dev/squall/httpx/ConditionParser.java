package dev.squall.httpx;

import dev.squall.httpx.Condition.All;
import dev.squall.httpx.Condition.Clause;
import dev.squall.httpx.Condition.Nested;
import dev.squall.httpx.Condition.Term;
import java.util.ArrayList;

/** {@code ${a} == 1 and ${b} exists or ${c} in [2, 3]}; {@code and} binds before {@code or}. */
final class ConditionParser {
  private ConditionParser() {}

  static Condition parse(Tokens in) {
    return parse(in, 0);
  }

  private static Condition parse(Tokens in, int depth) {
    var any = new ArrayList<All>();
    do {
      var terms = new ArrayList<Term>();
      do {
        terms.add(term(in, depth));
      } while (in.take("and"));
      any.add(new All(terms));
    } while (in.take("or"));
    return new Condition(any);
  }

  private static Term term(Tokens in, int depth) {
    if (!in.is("(")) {
      return clause(in);
    }
    if (depth == BlockParser.DEEPEST) {
      throw in.wrong("a condition is nested too deep", "nest fewer");
    }
    in.next();
    var condition = parse(in, depth + 1);
    in.expect(")", "(${a} == 1 or ${b} exists) and ${c} exists");
    return new Nested(condition);
  }

  private static Clause clause(Tokens in) {
    int from = in.offset();
    var subject = Pieces.value(in);
    if (in.is("{")) {
      throw in.wrong(
          "expected a comparison instead of `{`",
          subject.text() + " exists, or " + subject.text() + " == true");
    }
    var relation = RelationParser.parse(in);
    return new Clause(subject, relation, in.since(from));
  }
}
