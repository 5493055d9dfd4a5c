package dev.squall.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rows that stay in their file. An index says where every {@value Block#ROWS}th begins; a block
 * between two of its entries is parsed when one of its rows is asked for, and kept until a block
 * {@value #SLOTS} further on, or a multiple of that, is. Who goes through the rows in order parses
 * each block once. Whoever comes while a block is parsed waits, under one lock.
 */
final class FileRows implements Rows {
  private static final int SLOTS = 64;

  private record Loaded(int number, Block block) {}

  private final String path;
  // Not a channel: an interrupted user would close it for all others.
  private final RandomAccessFile file;
  private final RowFormat format;
  private final List<String> columns;
  private final long[] index;
  private final long size;
  private final AtomicReferenceArray<Loaded> slots = new AtomicReferenceArray<>(SLOTS);
  private final ReentrantLock lock = new ReentrantLock();
  private int parsed;

  private FileRows(
      Path path,
      RowFormat format,
      List<String> columns,
      long[] index,
      long size,
      RandomAccessFile f) {
    this.path = path.toString();
    this.format = format;
    this.columns = columns;
    this.index = index;
    this.size = size;
    this.file = f;
  }

  /**
   * Of a file that was read before.
   *
   * @param index the byte at which each block begins
   */
  static FileRows open(Path path, RowFormat format, List<String> columns, long[] index, long size)
      throws IOException {
    return new FileRows(
        path, format, columns, index, size, new RandomAccessFile(path.toFile(), "r"));
  }

  @Override
  public long size() {
    return size;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException where the file is no longer what it was
   */
  @Override
  public void read(long row, String[] into) {
    block((int) (row / Block.ROWS)).read((int) (row % Block.ROWS), into);
  }

  /** How many blocks were parsed so far. */
  int parsed() {
    lock.lock();
    try {
      return parsed;
    } finally {
      lock.unlock();
    }
  }

  private Block block(int number) {
    var loaded = slots.get(number % SLOTS);
    if (loaded != null && loaded.number == number) {
      return loaded.block;
    }
    lock.lock();
    try {
      var meanwhile = slots.get(number % SLOTS);
      if (meanwhile != null && meanwhile.number == number) {
        return meanwhile.block;
      }
      var block = parse(number);
      slots.set(number % SLOTS, new Loaded(number, block));
      return block;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private Block parse(int number) throws IOException {
    parsed++;
    file.seek(index[number]);
    var rows = Parsers.ofPart(format, new FromHere());
    var packer = new Block.Packer();
    long count = Math.min(Block.ROWS, size - (long) number * Block.ROWS);
    for (int i = 0; i < count; i++) {
      packer.add(
          switch (rows.next()) {
            case Parsed.Row row when Fit.of(row, columns) instanceof Fit.Whole(var values) ->
                values;
            case Parsed _ -> throw new IOException(path + " was changed while it was read");
          });
    }
    return packer.pack();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /** The file from where it stands. */
  private final class FromHere extends InputStream {
    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return file.read(into, from, length);
    }
  }
}
