package dev.squall.kernel.wire;

import java.io.Serial;

/** Why frames are no message that anybody should act on. Nothing of them is in it. */
public final class Refused extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  Refused(String why) {
    super(why);
  }
}
