/**
 * Rows of data for users: from CSV, JSON, JSON lines or lists, and which row an iteration takes.
 */
@NullMarked
package dev.squall.data;

import org.jspecify.annotations.NullMarked;
