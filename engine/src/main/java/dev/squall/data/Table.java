package dev.squall.data;

import java.util.List;

/** Rows and the names of their columns. */
record Table(List<String> columns, Rows rows) {}
