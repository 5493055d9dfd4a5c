package dev.squall;

import dev.squall.goal.Goal;
import dev.squall.httpx.Httpx;
import dev.squall.httpx.RunSettings;
import dev.squall.httpx.Script;
import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.scenario.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is made of {@code .httpx} files. */
final class ScriptWords {
  private ScriptWords() {}

  static Script read(String file) {
    try {
      return Httpx.script(file, Files.readString(Path.of(file)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  static String print(Workload workload, Optional<Load> load, Goal... goals) {
    var entry = new Script.Entry(workload.name(), workload, load, List.of(goals), RunSettings.NONE);
    return Httpx.print(List.of(entry));
  }

  static Option settings(RunSettings said) {
    return options -> {
      var with = CurlWords.apply(said.curl(), options);
      with = said.cookies().map(ScriptWords::cookies).map(applied(with)).orElse(with);
      with = said.connections().map(ScriptWords::connections).map(applied(with)).orElse(with);
      with = said.grace().map(Squall::grace).map(applied(with)).orElse(with);
      return said.seed().isPresent() ? Squall.seed(said.seed().getAsLong()).applyTo(with) : with;
    };
  }

  private static Function<Option, Options> applied(Options to) {
    return option -> option.applyTo(to);
  }

  private static Option cookies(RunSettings.Cookies cookies) {
    return switch (cookies) {
      case FRESH -> Squall.freshCookies();
      case USER -> Squall.userCookies();
      case SHARED -> Squall.sharedCookies();
    };
  }

  private static Option connections(RunSettings.Connections connections) {
    return switch (connections) {
      case KEPT -> Squall.keptConnections();
      case FRESH -> Squall.freshConnections();
    };
  }
}
