package dev.squall.cli;

import static dev.squall.Squall.users;

import dev.squall.plan.PlanText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a run of a file would be. */
@Command(
    name = "show",
    description = {
      "Show what a run of a .httpx file would be; nothing is sent.",
      "Its load, expected requests, steps, and variables and where each comes from."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  squall show shop.httpx",
      "  squall show shop.httpx --scenario browse --rate 100 --for 1m"
    })
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EntryOptions what;
  @Mixin private LoadOptions howMuch;

  ShowCommand() {
    spec = CommandSpec.create(); // replaced by picocli
    what = new EntryOptions();
    howMuch = new LoadOptions();
  }

  @Override
  public Integer call() {
    var asked = howMuch.load(1, Optional.empty());
    var chosen = what.choose();
    var entry = chosen.entry();
    var load =
        asked.or(() -> entry.load().map(howMuch::scaled)).orElseGet(() -> users(1).iterations(1));
    var plan = chosen.plan(load, what.options(entry));
    var screen = spec.commandLine().getOut();
    screen.print(PlanText.of(plan, entry.goals()));
    if (!chosen.others().isEmpty()) {
      screen.println();
      chosen.tellOthers(screen);
    }
    screen.flush();
    return SquallCommand.DONE;
  }
}
