package dev.squall.stats;

import dev.squall.stats.Cell.Counter;
import dev.squall.stats.Cell.Measure;
import dev.squall.stats.ConnectionStats.Utilisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The matrix summed over everything but time, or over all but time and some steps. */
final class Timeline {
  private Timeline() {}

  static List<TimelinePoint> of(
      Matrix matrix,
      IntPredicate steps,
      double elapsedSeconds,
      List<Utilisation> utilisation,
      List<Mark> marks) {
    int width = matrix.widthSeconds();
    var slots = matrix.slots();
    long end = (long) Math.ceil(elapsedSeconds / width);
    if (!slots.isEmpty()) {
      end = Math.max(end, slots.getLast().number() + 1);
    }
    var busy = busyUsers(utilisation, width);
    var marked =
        marks.stream()
            .collect(
                Collectors.groupingBy(
                    mark -> (long) mark.seconds() / width,
                    Collectors.mapping(Mark::text, Collectors.toUnmodifiableList())));
    var points = new ArrayList<TimelinePoint>();
    int next = 0;
    for (long number = 0; number < end; number++) {
      // A second in which nothing ended is the most telling one: it stays.
      var cells = new Cells(matrix.layout());
      if (next < slots.size() && slots.get(next).number() == number) {
        cells = matrix.cells(slots.get(next++));
      }
      points.add(
          point(
              new Sums(cells),
              steps,
              number,
              width,
              busy.getOrDefault(number, 0),
              marked.getOrDefault(number, List.of())));
    }
    return List.copyOf(points);
  }

  private static TimelinePoint point(
      Sums sums, IntPredicate steps, long number, int width, int busyUsers, List<String> marks) {
    var requests = sums.requests(steps);
    return new TimelinePoint(
        number * width,
        width,
        requests.value(Counter.REQUESTS),
        sums.count(steps, OutcomeClass.OK),
        sums.count(steps, OutcomeClass.FAILED),
        sums.count(steps, OutcomeClass.INTERRUPTED),
        busyUsers,
        sums.iterations(),
        requests.latencies(Measure.RESPONSE, Measure.RESPONSE_CENSORED),
        requests.value(Counter.BYTES_SENT),
        requests.value(Counter.BYTES_RECEIVED),
        marks);
  }

  private static Map<Long, Integer> busyUsers(List<Utilisation> utilisation, int width) {
    var busy = new HashMap<Long, Integer>();
    for (var moment : utilisation) {
      // A tick at the end of a second speaks of the second that ended.
      long number = Math.max(0, (long) Math.ceil(moment.seconds() / width) - 1);
      busy.merge(number, moment.busyUsers(), Math::max);
    }
    return busy;
  }
}
