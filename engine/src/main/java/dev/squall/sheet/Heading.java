package dev.squall.sheet;

import java.util.Locale;

/**
 * What stands above a column.
 *
 * @param name the name without the unit: {@code service p99}
 * @param unit what its numbers are counted in
 * @param rank how easily it gives way where there is little room; 0 stays as long as possible
 * @param audience who is shown it
 * @param alarming whether every number above zero is bad news
 */
public record Heading(String name, Unit unit, int rank, Audience audience, boolean alarming) {

  /** Whom a column is for. */
  public enum Audience {
    ALL,
    /** Text and pages: a label made for reading. */
    PEOPLE,
    /** Files and data frames: the parts of such a label, which others are joined by. */
    PROGRAMS
  }

  /** The rank of what is not said to matter more or less. */
  private static final int USUAL = 3;

  /** A column that is for all and no more important than others. */
  public static Heading of(String name) {
    return of(name, Unit.NONE);
  }

  /** The same with a unit. */
  public static Heading of(String name, Unit unit) {
    return new Heading(name, unit, USUAL, Audience.ALL, false);
  }

  /** The same with this rank. */
  public Heading rank(int rank) {
    return new Heading(name, unit, rank, audience, alarming);
  }

  /** The same in text and on pages only. */
  public Heading forPeople() {
    return new Heading(name, unit, rank, Audience.PEOPLE, alarming);
  }

  /** The same in files and data frames only. */
  public Heading forPrograms() {
    return new Heading(name, unit, rank, Audience.PROGRAMS, alarming);
  }

  /** The same, where every number above zero is bad news. */
  public Heading alarm() {
    return new Heading(name, unit, rank, audience, true);
  }

  /** For people and data frames: {@code p99 ms}, {@code requests/s}, {@code error %}. */
  public String title() {
    return name + unit.title();
  }

  /** For files: {@code p99_ms}, {@code requests_per_s}, {@code error_percent}. */
  public String key() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_') + unit.key();
  }

  /** The column beside a column of times that holds what is only a lower bound. */
  public Heading atLeast() {
    return new Heading(name + " at least", unit, rank, Audience.PROGRAMS, alarming);
  }
}
