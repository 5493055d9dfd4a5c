package dev.squall.http;

/**
 * What becomes known while a handshake is under way. JSSE asks the managers of trust and keys,
 * which all connections share, on the thread that shakes hands; so the thread knows whose it is.
 */
final class Handshake {
  static final ScopedValue<Handshake> CURRENT = ScopedValue.newInstance();

  /** The server showed a certificate, which it does in a full handshake and in no resumed one. */
  boolean certificateShown;

  /** The server asked who we are. */
  boolean identityAsked;

  /** The one of this thread; a new one in a renegotiation (TLS 1.2), of which nobody asks. */
  static Handshake current() {
    return CURRENT.isBound() ? CURRENT.get() : new Handshake();
  }
}
