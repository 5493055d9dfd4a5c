package dev.squall.cli;

import java.util.concurrent.Callable;

/**
 * A command that another room brings along: annotated as picocli wants it, found by {@link
 * java.util.ServiceLoader}. What it returns is the exit code.
 */
public interface Subcommand extends Callable<Integer> {}
