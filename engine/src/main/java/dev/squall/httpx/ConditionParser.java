package dev.squall.httpx;

import dev.squall.httpx.Condition.All;
import dev.squall.httpx.Condition.Clause;
import java.util.ArrayList;

/** {@code ${a} == 1 and ${b} exists or ${c} in [2, 3]}; {@code and} binds before {@code or}. */
final class ConditionParser {
  private ConditionParser() {}

  static Condition parse(Tokens in) {
    var any = new ArrayList<All>();
    do {
      var clauses = new ArrayList<Clause>();
      do {
        clauses.add(clause(in));
      } while (in.take("and"));
      any.add(new All(clauses));
    } while (in.take("or"));
    return new Condition(any);
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
