package dev.squall.shell.display;

/** What knows itself how it is shown. Its {@code toString} is the plain text of it. */
public interface Displayable {
  /** For someone. */
  Bundle display(View view);
}
