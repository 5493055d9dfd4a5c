package dev.squall.analysis;

/** Results as Tablesaw tables. */
public class TableWords {
  TableWords() {}
}
