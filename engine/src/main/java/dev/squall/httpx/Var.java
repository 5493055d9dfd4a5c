package dev.squall.httpx;

/** {@code var base = "http://localhost:8089"}. */
record Var(String name, Origin origin, Span at) implements Item, ScenarioPart, MixPart {

  /** Where its value comes from. */
  sealed interface Origin {
    /** A text, which may hold other variables. */
    record Text(String text) implements Origin {}

    /** A variable of the environment. */
    record Env(String name) implements Origin {}
  }
}
