package dev.squall.plan;

import dev.squall.scenario.ThinkTime;
import dev.squall.scenario.UserCode;
import java.util.List;
import java.util.Map;

/** A compiled step. */
public sealed interface Planned
    permits PlannedRequest,
        Planned.Pause,
        Planned.Group,
        Planned.Repeat,
        Planned.ForEach,
        Planned.When,
        Planned.Choose,
        Planned.Parallel,
        Planned.Optionally,
        Planned.Leave,
        Planned.Code {

  /**
   * A pause.
   *
   * @param place tells its draws from those of every other step
   */
  record Pause(ThinkTime time, int place) implements Planned {}

  /** Steps under one name. */
  record Group(String name, List<Planned> steps) implements Planned {}

  /** Steps performed several times. */
  record Repeat(int times, List<Planned> steps) implements Planned {}

  /**
   * Steps performed for each item of a list.
   *
   * @param info its row in the statistics, for what is wrong with its list
   * @param list the name of the variable that holds the list
   * @param listSlot its place in a user's values
   * @param itemSlot the item's
   * @param fields the item's fields that the steps use
   */
  record ForEach(
      int info, String list, int listSlot, int itemSlot, List<Field> fields, List<Planned> steps)
      implements Planned {}

  /**
   * A field of a loop's item.
   *
   * @param path from the item to the field, one key or index after the other
   * @param slot its place in a user's values
   */
  record Field(List<String> path, int slot) {}

  /** Steps performed when a condition holds, others when not. */
  record When(PlannedCondition condition, List<Planned> steps, List<Planned> otherwise)
      implements Planned {}

  /**
   * One of several ways.
   *
   * @param place of the draw
   */
  record Choose(int place, List<Way> ways) implements Planned {}

  /**
   * A way that may be chosen.
   *
   * @param upTo it is taken by draws below this and not below the way before; the last one's is 1
   */
  record Way(double upTo, List<Planned> steps) {}

  /** Steps performed at the same time. */
  record Parallel(List<Planned> branches) implements Planned {}

  /** Steps that may fail. */
  record Optionally(List<Planned> steps) implements Planned {}

  /**
   * Giving up.
   *
   * @param probability from 0 to 1
   * @param place of the draw
   */
  record Leave(double probability, int place) implements Planned {}

  /**
   * Java code.
   *
   * @param info its row in the statistics, for what it throws
   * @param readable the slots of the variables that it may read
   * @param writable the slots of those that it may set
   * @param place of its draws
   */
  record Code(
      int info,
      String name,
      UserCode code,
      Map<String, Integer> readable,
      Map<String, Integer> writable,
      int place)
      implements Planned {}
}
