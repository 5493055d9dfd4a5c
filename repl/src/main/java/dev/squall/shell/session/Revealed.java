package dev.squall.shell.session;

import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;

/**
 * A secret that somebody asked to see.
 *
 * @param name what it goes under
 * @param value as it is
 */
public record Revealed(String name, String value) implements Displayable {
  @Override
  public Bundle display(View view) {
    return Bundle.text(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
