package dev.squall.stats;

import dev.squall.sample.StepInfo;
import dev.squall.stats.Cell.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A run's results: second × step × outcome class → counters and histogram counts. Everything that
 * is told of a run is a sum over it, and adding two is exact and associative. Immutable.
 *
 * <p>The seconds coarsen to 10, 60, 600 and more seconds as soon as the cells would take more than
 * their limit, so that a run of any length fits.
 */
public final class Matrix {
  static final long LIMIT_BYTES = 64L << 20;
  private static final int[] WIDTHS = {1, 10, 60, 600, 3_600, 36_000, 360_000, 3_600_000};
  private static final int FORMAT = 4;

  private final Layout layout;
  private final long limit;
  private final int width;
  private final SortedMap<Long, Slot> slots;
  private final long bytes;

  private Matrix(Layout layout, long limit, int width, SortedMap<Long, Slot> slots) {
    this.layout = layout;
    this.limit = limit;
    this.width = width;
    this.slots = slots;
    this.bytes = slots.values().stream().mapToLong(Slot::size).sum();
  }

  /** A matrix of seconds without any; {@code limit} in bytes. */
  static Matrix empty(Layout layout, long limit) {
    return new Matrix(layout, limit, WIDTHS[0], new TreeMap<>());
  }

  /** The length of a cell in seconds. */
  public int widthSeconds() {
    return width;
  }

  /** Bytes that the cells take, nearly. */
  public long bytes() {
    return bytes;
  }

  Layout layout() {
    return layout;
  }

  /** The slots that hold anything, in the order of time. */
  List<Slot> slots() {
    return List.copyOf(slots.values());
  }

  /** The cells of a slot. */
  Cells cells(Slot slot) {
    var cells = new Cells(layout);
    Packed.unpack(slot.cells(), cells);
    return cells;
  }

  /** All cells as one. */
  Cells sum() {
    var cells = new Cells(layout);
    slots.values().forEach(slot -> Packed.unpack(slot.cells(), cells));
    return cells;
  }

  /** The cells that begin in a stretch of seconds since T0, the second one excluded, as one. */
  Cells sum(long fromSecond, long toSecond) {
    var cells = new Cells(layout);
    slots
        .subMap(Math.ceilDiv(fromSecond, width), Math.ceilDiv(toSecond, width))
        .values()
        .forEach(slot -> Packed.unpack(slot.cells(), cells));
    return cells;
  }

  /** This matrix and what was recorded in these seconds since T0. */
  Matrix plus(SortedMap<Long, Cells> seconds) {
    var together = new TreeMap<Long, Cells>();
    seconds.forEach((second, cells) ->
        together.computeIfAbsent(second / width, _ -> new Cells(layout)).add(cells));
    var all = new TreeMap<>(slots);
    together.forEach((number, cells) -> merge(all, number, cells));
    return new Matrix(layout, limit, width, all).fitting();
  }

  /**
   * The sum of two matrices, exact and associative; as coarse as the coarser.
   *
   * @throws IllegalArgumentException when their scenarios or steps differ
   */
  public Matrix plus(Matrix other) {
    if (!layout.equals(other.layout)) {
      throw new IllegalArgumentException("only runs of the same scenarios can be added");
    }
    int common = Math.max(width, other.width);
    var coarse = coarsened(common);
    var all = new TreeMap<>(coarse.slots);
    for (var slot : other.coarsened(common).slots.values()) {
      merge(all, slot.number(), cells(slot));
    }
    return new Matrix(layout, limit, common, all).fitting();
  }

  private void merge(SortedMap<Long, Slot> into, long number, Cells cells) {
    var before = into.get(number);
    if (before != null) {
      Packed.unpack(before.cells(), cells);
    }
    into.put(number, new Slot(number, Packed.pack(cells)));
  }

  private Matrix fitting() {
    var fitting = this;
    for (int wider : WIDTHS) {
      if (fitting.bytes <= limit) {
        break;
      }
      fitting = fitting.coarsened(wider);
    }
    return fitting;
  }

  private Matrix coarsened(int wider) {
    if (wider <= width) {
      return this;
    }
    int ratio = wider / width;
    var coarse = new TreeMap<Long, Slot>();
    var cells = new Cells(layout);
    long current = -1;
    for (var slot : slots.values()) {
      long number = slot.number() / ratio;
      if (number != current && current >= 0) {
        coarse.put(current, new Slot(current, Packed.pack(cells)));
        cells.clear();
      }
      current = number;
      Packed.unpack(slot.cells(), cells);
    }
    if (current >= 0) {
      coarse.put(current, new Slot(current, Packed.pack(cells)));
    }
    return new Matrix(layout, limit, wider, coarse);
  }

  /** Everything as text, with the names of its scenarios and steps: deflated, in base64. */
  public String encode() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(FORMAT);
      out.writeInt(width);
      write(out, layout.scenarios());
      out.writeInt(layout.steps().size());
      for (var step : layout.steps()) {
        write(out, List.of(step.role().name(), step.scenario(), step.name(), step.endpoint()));
        write(out, step.checks());
        write(out, captures(step));
      }
      out.writeInt(slots.size());
      for (var slot : slots.values()) {
        out.writeLong(slot.number());
        out.writeInt(slot.cells().length);
        out.write(slot.cells());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * What {@link #encode()} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static Matrix decode(String text) {
    var bytes = Base64.getDecoder().decode(text);
    try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalArgumentException("a matrix of another version of Squall");
      }
      int width = in.readInt();
      if (Arrays.stream(WIDTHS).noneMatch(known -> known == width)) {
        throw new IllegalArgumentException("not a matrix: cells of " + width + " s");
      }
      var layout = layout(in);
      var slots = new TreeMap<Long, Slot>();
      var scratch = new Cells(layout);
      long left = 2 * LIMIT_BYTES;
      for (int more = in.readInt(); more > 0; more--) {
        long number = in.readLong();
        int length = in.readInt();
        left -= length;
        if (number < 0 || length < 0 || left < 0) {
          throw new IllegalArgumentException("not a matrix: cells of a size that none has");
        }
        slots.put(number, checked(new Slot(number, in.readNBytes(length)), scratch));
      }
      return new Matrix(layout, LIMIT_BYTES, width, slots);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a matrix", e);
    }
  }

  private static Layout layout(DataInputStream in) throws IOException {
    var scenarios = strings(in);
    var steps = new ArrayList<StepInfo>();
    for (int left = in.readInt(); left > 0; left--) {
      var names = strings(in);
      if (names.size() != 4) {
        throw new IllegalArgumentException("not a matrix: a step of " + names);
      }
      steps.add(
          new StepInfo(
              StepInfo.Role.valueOf(names.get(0)),
              names.get(1),
              names.get(2),
              names.get(3),
              strings(in),
              captures(strings(in))));
    }
    return new Layout(scenarios, steps);
  }

  /** What cannot be read is found out now, not when somebody looks at that second. */
  private static Slot checked(Slot slot, Cells scratch) {
    Packed.unpack(slot.cells(), scratch);
    for (int place = 0; place < scratch.size(); place++) {
      var cell = scratch.peek(place);
      if (cell != null
          && (cell.tally(Measure.FAILED_CHECKS).counts().lastKey() >= Long.SIZE
              || cell.tally(Measure.FAILED_AT).counts().lastKey()
                  >= scratch.layout().steps().size())) {
        throw new IllegalArgumentException("not a matrix: cells of another layout");
      }
    }
    scratch.clear();
    return slot;
  }

  /** Three texts each: variable, extractor and whether it is a secret. */
  private static List<String> captures(StepInfo step) {
    return step.captures().stream()
        .flatMap(it -> Stream.of(it.variable(), it.extractor(), String.valueOf(it.secret())))
        .toList();
  }

  private static List<StepInfo.Captured> captures(List<String> texts) {
    return IntStream.range(0, texts.size() / 3)
        .mapToObj(i ->
            new StepInfo.Captured(
                texts.get(3 * i), texts.get(3 * i + 1), Boolean.parseBoolean(texts.get(3 * i + 2))))
        .toList();
  }

  private static void write(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (var string : strings) {
      out.writeUTF(string);
    }
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    var strings = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      strings.add(in.readUTF());
    }
    return strings;
  }
}
