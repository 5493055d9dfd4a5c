package dev.squall.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "squall "
          + (version == null ? "in development" : version)
          + " · Java "
          + Runtime.version().feature()
    };
  }
}
