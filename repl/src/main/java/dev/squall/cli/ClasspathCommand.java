package dev.squall.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the jars that {@code jshell --class-path} and an IDE need. */
@Command(
    name = "classpath",
    description = "Print the class path for plain jshell and IDEs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "  jshell --class-path \"$(./squall classpath)\""})
final class ClasspathCommand implements Runnable {
  @Spec private CommandSpec spec;

  ClasspathCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(System.getProperty("java.class.path"));
  }
}
