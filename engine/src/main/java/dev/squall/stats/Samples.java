package dev.squall.stats;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The raw samples of a run, a row a request, as far as they are kept: the first million of a run,
 * and of all runs of this process together as many as 256 MB hold, the oldest run's going first. A
 * results file has none.
 *
 * @param kept so many, unless they are dropped meanwhile
 * @param requests how many requests there were
 * @param parts where they are
 */
public record Samples(long kept, long requests, List<Part> parts) implements Iterable<RawSample> {

  /** None are kept. */
  public static final Samples NONE = new Samples(0, 0, List.of());

  public Samples {
    parts = List.copyOf(parts);
  }

  /** The samples that some users of one run recorded until some moment. */
  public static final class Part {
    private final SampleColumns columns;
    private final int rows;
    private final Layout layout;

    /** To be called while nobody records there. */
    Part(SampleColumns columns, Layout layout) {
      this.columns = columns;
      this.rows = columns.rows();
      this.layout = layout;
    }

    private Iterator<RawSample> iterator() {
      var chunks = columns.chunks();
      return IntStream.range(0, chunks.isEmpty() ? 0 : rows)
          .mapToObj(row -> chunks.get(row / SampleChunk.ROWS).row(row % SampleChunk.ROWS, layout))
          .iterator();
    }
  }

  static Samples of(List<Part> parts, long requests) {
    return new Samples(parts.stream().mapToLong(part -> part.rows).sum(), requests, parts);
  }

  Samples plus(Samples other) {
    return new Samples(
        kept + other.kept,
        requests + other.requests,
        Stream.concat(parts.stream(), other.parts.stream()).toList());
  }

  /** Whether they were kept and are no longer. */
  public boolean dropped() {
    return parts.stream().anyMatch(part -> part.columns.isDropped());
  }

  /** Why not every request has a row, in words; empty where each has one. */
  public String incomplete() {
    if (dropped()) {
      return "the raw samples were dropped: those of later runs needed their room";
    }
    if (kept == requests) {
      return "";
    }
    return kept == 0
        ? "no raw samples are kept here"
        : "raw samples of %,d of %,d requests: more are not kept of one run"
            .formatted(kept, requests)
            .replace(',', ' ');
  }

  /** The kept ones in the order in which they ended, nearly: as they were recorded. */
  public Stream<RawSample> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  @Override
  public Iterator<RawSample> iterator() {
    return new Merged(parts.stream().map(Part::iterator).toList());
  }

  /** Of each part the next one, and of these the one that ended first. */
  private static final class Merged implements Iterator<RawSample> {
    private final PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparingLong(head -> head.next.endedMicros()));

    private record Head(RawSample next, Iterator<RawSample> rest) {}

    Merged(List<Iterator<RawSample>> parts) {
      parts.forEach(this::add);
    }

    private void add(Iterator<RawSample> part) {
      if (part.hasNext()) {
        heads.add(new Head(part.next(), part));
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public RawSample next() {
      var head = heads.remove();
      add(head.rest);
      return head.next;
    }
  }

  /** One line for an echo. */
  @Override
  public String toString() {
    return incomplete().isEmpty() ? kept + " raw samples" : incomplete();
  }
}
