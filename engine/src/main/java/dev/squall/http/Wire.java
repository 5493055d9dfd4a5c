package dev.squall.http;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The network of one run: its deadlines, its resolved names and its counts. Origins are opened
 * here; closing the wire closes them all and ends its threads.
 */
public final class Wire implements AutoCloseable {
  private final WireSettings settings;
  private final ConnectionCounter counter = new ConnectionCounter();
  private final Relief relief = new Relief();
  private final DeadlineScanner scanner = new DeadlineScanner(relief);
  private final FileReserve reserve = new FileReserve(counter::open);
  private final Resolver resolver;
  private final Connector connector;
  private @Nullable TlsClient tls; // made when first needed, because it reads the authorities

  /** A wire with these settings. */
  public Wire(WireSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  Wire(WireSettings settings, Resolver.Lookup lookup) {
    this.settings = settings;
    this.resolver = new Resolver(settings.routing(), lookup);
    this.connector = new Connector(settings, resolver, reserve);
  }

  /** What all its exchanges have in common. */
  public WireSettings settings() {
    return settings;
  }

  /** A server for one virtual user, who closes it when done. Opens no connection yet. */
  public Origin origin(Endpoint endpoint) {
    return new Http1Origin(this, endpoint);
  }

  /** Makes ready what takes a while, for whoever is about to look at the clock. */
  public void prepareTls() {
    var _ = tls();
  }

  /** The connections so far; exact when nothing is in flight, at most a moment apart otherwise. */
  public ConnectionCounts counts() {
    return counter.counts();
  }

  /** Closes every origin; what is in flight ends with {@link FailureKind#CLOSED}. */
  @Override
  public void close() {
    scanner.closeAll();
    reserve.close();
  }

  /**
   * Somebody who was woken from outside the users' scheduler waits in vain: users between two
   * exchanges rest for a moment. From any thread; costs whoever is not there nothing.
   */
  public void letOthersIn() {
    relief.begin();
  }

  Relief relief() {
    return relief;
  }

  ConnectionCounter counter() {
    return counter;
  }

  DeadlineScanner scanner() {
    return scanner;
  }

  Resolver resolver() {
    return resolver;
  }

  synchronized TlsClient tls() {
    var ready = tls;
    if (ready == null) {
      ready = new TlsClient(settings.tls());
      tls = ready;
    }
    return ready;
  }

  Connector connector() {
    return connector;
  }
}
