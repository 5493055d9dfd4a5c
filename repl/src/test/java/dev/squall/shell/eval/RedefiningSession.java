package dev.squall.shell.eval;

/** A session in a process of its own. Performs each of its arguments and says what became of it. */
final class RedefiningSession {
  private RedefiningSession() {}

  public static void main(String[] texts) {
    var out = System.out;
    out.println("agent: " + Agent.instrumentation().isPresent());
    try (var session = new Evaluations()) {
      for (var text : texts) {
        out.println(said(session.last(text)));
      }
      out.println("resets: " + session.resets);
    }
    System.exit(0);
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Value value -> String.valueOf(value.value());
      case Outcome.Threw(_, var frames) ->
          frames.getFirst().getMethodName() + ", line " + frames.getFirst().getLineNumber();
      case Outcome.Defined(var kind, var name, _, _) -> kind + " " + name;
      case Outcome.Done _, Outcome.Rejected _, Outcome.Stop _ -> outcome.toString();
    };
  }
}
