package dev.squall.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A level over time.
 *
 * @param stages one after the other
 * @param spikes what they are interrupted by; where two meet, the later one in the list counts
 */
public record Profile(List<Stage> stages, List<Spike> spikes) {

  /** No time at all. */
  public static final Profile EMPTY = new Profile(List.of(), List.of());

  public Profile {
    stages = List.copyOf(stages);
    spikes = List.copyOf(spikes);
  }

  /** With a stage more at the end. */
  public Profile then(Stage stage) {
    return new Profile(Stream.concat(stages.stream(), Stream.of(stage)).toList(), spikes);
  }

  /** With a stage more at the beginning; the spikes stay where they were in the other stages. */
  public Profile after(Stage stage) {
    return new Profile(
        Stream.concat(Stream.of(stage), stages.stream()).toList(),
        spikes.stream()
            .map(spike -> new Spike(spike.peak(), spike.at().plus(stage.time()), spike.time()))
            .toList());
  }

  /** With a spike more. */
  public Profile with(Spike spike) {
    return new Profile(stages, Stream.concat(spikes.stream(), Stream.of(spike)).toList());
  }

  /** Whether it climbs until something else ends it: then its time says nothing. */
  public boolean climbsWithoutEnd() {
    return stages.stream()
        .anyMatch(stage -> stage instanceof Stage.Staircase stairs && stairs.upTo().isEmpty());
  }

  /** How long it lasts. */
  public Duration time() {
    return stages.stream().map(Stage::time).reduce(Duration.ZERO, Duration::plus);
  }
}
