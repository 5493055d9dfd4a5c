package dev.squall.run;

import java.util.Optional;

/**
 * What a step did to a variable.
 *
 * @param before its value before the step; nothing where it had none
 * @param after its value after the step; nothing where it has none
 */
public record VariableChange(String name, Optional<String> before, Optional<String> after) {}
