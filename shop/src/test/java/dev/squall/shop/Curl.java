package dev.squall.shop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A client that is not ours, on machines that have it. */
final class Curl {

  private Curl() {}

  /** Skips the test, with its reason, where there is no curl. */
  static void isNeeded() {
    var isThere = false;
    try {
      isThere = new ProcessBuilder("curl", "--version").start().waitFor(10, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      // Said below.
    }
    assumeTrue(isThere, "curl is not installed");
  }
}
