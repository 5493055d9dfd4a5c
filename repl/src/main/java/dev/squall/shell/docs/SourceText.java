package dev.squall.shell.docs;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source that is no file. */
final class SourceText extends SimpleJavaFileObject {
  private final String text;

  SourceText(String text) {
    super(URI.create("string:///Source.java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
