package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.json.Json;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Body;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** {@code /stream}: server-sent events (WHATWG HTML §9.2), the first at once. */
public final class StreamRoutes {

  private static final int USUAL_EVENTS = 10;
  private static final int MOST_EVENTS = 10_000;
  private static final int USUAL_INTERVAL_MILLIS = 100;
  private static final int LONGEST_INTERVAL_MILLIS = 60_000;

  private static final HttpField EVENTS = Answer.type("text/event-stream");
  private static final HttpField FRESH = new HttpField(HttpHeader.CACHE_CONTROL, "no-cache");

  private StreamRoutes() {}

  public static void add(Routes routes) {
    routes.open("GET", "/stream", StreamRoutes::stream);
  }

  private static Answer stream(Call call) {
    var query = call.query();
    var events = query.number("events", USUAL_EVENTS, 1, MOST_EVENTS);
    var millis = query.number("interval", USUAL_INTERVAL_MILLIS, 0, LONGEST_INTERVAL_MILLIS);
    var interval = TimeUnit.MILLISECONDS.toNanos(millis);
    return Answer.of(200, EVENTS, new Body.Pieces(Body.UNKNOWN, () -> new Events(events, interval)))
        .with(FRESH);
  }

  /**
   * Pauses and events in turn. A piece is made before its wait: an event that had the wait itself
   * would carry a timestamp from before it.
   */
  private static final class Events implements Iterator<Body.Piece> {

    private final int count;
    private final long intervalNanos;
    private int sent;
    private boolean isPauseNext;

    Events(int count, long intervalNanos) {
      this.count = count;
      this.intervalNanos = intervalNanos;
    }

    @Override
    public boolean hasNext() {
      return sent < count;
    }

    @Override
    public Body.Piece next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (isPauseNext) {
        isPauseNext = false;
        return new Body.Piece(ByteBuffer.allocate(0), intervalNanos);
      }
      isPauseNext = intervalNanos > 0;
      sent++;
      var now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      var json = new String(Json.write(new Event(sent, "Event " + sent, now)), UTF_8);
      return new Body.Piece(ByteBuffer.wrap(("data: " + json + "\n\n").getBytes(UTF_8)), 0);
    }
  }

  private record Event(int id, String message, String timestamp) {}
}
