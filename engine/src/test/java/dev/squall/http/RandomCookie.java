package dev.squall.http;

import java.util.Random;

/** Set-Cookie lines, hosts and paths of every shape, from a seed. */
final class RandomCookie {
  private static final String[] HOSTS = {
    "a.test", "b.a.test", "c.b.a.test", "B.a.Test", "a.test.", "127.0.0.1", "::1", "localhost"
  };

  private static final String[] PATHS = {"/", "/a", "/a/", "/a/b?c=/d", "", "?", "*", "/b/c/d"};

  private static final String[] PIECES = {
    "a",
    "b",
    "=",
    "=",
    ";",
    ";",
    "; ",
    " ",
    "\t",
    "\"",
    ",",
    "%0d%0a",
    ".",
    "/",
    "/a",
    "-",
    "0",
    "7",
    "Domain=",
    "Domain=a.test",
    "domain=.b.a.test",
    "Path=/a",
    "path=",
    "Max-Age=",
    "Max-Age=5",
    "Expires=",
    "Expires=Sun, 06 Nov 2094 08:49:37 GMT",
    "Expires=06 Nov 94 08:49:37",
    "Secure",
    "HttpOnly",
    "SameSite=Lax",
    "ü",
    "€",
    "\ud83d\ude00",
    "\ud83d",
    "\uffff"
  };

  private static final String[] BREAKING = {"\r", "\n", "\u0000", "\r\nX: y", "\u007f"};

  private RandomCookie() {}

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  static Endpoint endpoint(Random random) {
    return new Endpoint(one(random, HOSTS), random.nextInt(1, 4), random.nextBoolean());
  }

  static String path(Random random) {
    return one(random, PATHS);
  }

  static String line(Random random) {
    var line = new StringBuilder();
    if (random.nextInt(3) > 0) {
      line.append('n').append(random.nextInt(100)).append('=').append(random.nextInt()).append(';');
    }
    for (int left = random.nextInt(12); left > 0; left--) {
      line.append(one(random, PIECES));
    }
    if (random.nextInt(20) == 0) {
      line.insert(random.nextInt(line.length() + 1), one(random, BREAKING));
    }
    if (random.nextInt(1_000) == 0) {
      line.insert(random.nextInt(line.length() + 1), "x".repeat(random.nextInt(6_000)));
    }
    if (random.nextInt(20) == 0 && !line.isEmpty()) {
      line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(0x180));
    }
    return line.toString();
  }
}
