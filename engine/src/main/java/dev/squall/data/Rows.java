package dev.squall.data;

/** Rows that can be read in any order by many threads at once. */
interface Rows extends AutoCloseable {
  /** How many there are. */
  long size();

  /** Puts a row's values into an array of as many places as there are columns. */
  void read(long row, String[] into);

  /** Lets go of what it keeps open. */
  @Override
  void close();
}
