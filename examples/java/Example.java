import static dev.squall.Squall.*;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.scenario.Workload;
import java.util.Arrays;

/** What is done, how much of it, and what would be good enough. */
record Example(Workload workload, Load load, Goal... goals) {
  private static final String SHOP = "http://localhost:8089";

  /** What a {@code main} makes of its arguments: {@code [name [seconds|all [base URL]]]}. */
  static void perform(String[] args, Example... examples) {
    var named =
        Arrays.stream(examples)
            .filter(example -> args.length > 0 && example.workload.name().equals(args[0]))
            .findFirst();
    if (named.isEmpty()) {
      Arrays.stream(examples).forEach(IO::println);
      return;
    }
    var chosen = named.get();
    var load =
        args.length < 2 || args[1].equals("all")
            ? chosen.load
            : users(5).during(seconds(Double.parseDouble(args[1])));
    var results = run(chosen.workload, load, at(args.length < 3 ? SHOP : args[2]));
    IO.println(report(results));
    IO.println(judge(results, chosen.goals));
  }

  @Override
  public String toString() {
    return workload.name() + ": " + load;
  }
}
