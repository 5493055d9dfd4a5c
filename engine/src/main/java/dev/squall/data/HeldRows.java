package dev.squall.data;

import java.util.ArrayList;
import java.util.List;

/** Rows that are all in memory, packed in blocks. */
final class HeldRows implements Rows {
  private final List<Block> blocks;
  private final long size;

  private HeldRows(List<Block> blocks, long size) {
    this.blocks = List.copyOf(blocks);
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long row, String[] into) {
    blocks.get((int) (row / Block.ROWS)).read((int) (row % Block.ROWS), into);
  }

  @Override
  public void close() {}

  /** Takes rows from first to last. */
  static final class Collector {
    private final List<Block> blocks = new ArrayList<>();
    private Block.Packer last = new Block.Packer();

    void add(List<String> values) {
      if (last.isFull()) {
        blocks.add(last.pack());
        last = new Block.Packer();
      }
      last.add(values);
    }

    HeldRows rows() {
      long size = (long) blocks.size() * Block.ROWS + last.size();
      blocks.add(last.pack());
      return new HeldRows(blocks, size);
    }
  }
}
