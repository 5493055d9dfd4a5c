package dev.squall.shop;

/** What a route does with a request. */
sealed interface Endpoint {

  /** Open to everyone. */
  non-sealed interface Open extends Endpoint {
    Answer answer(Call call);
  }

  /** For a user with a valid token, 401 otherwise. */
  non-sealed interface SignedIn extends Endpoint {
    Answer answer(Call call, Visitor visitor);
  }

  /** Controls the shop: from loopback only, never counted, delayed or frozen. */
  non-sealed interface Control extends Endpoint {
    Answer answer(Call call);
  }
}
