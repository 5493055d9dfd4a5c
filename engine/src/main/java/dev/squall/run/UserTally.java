package dev.squall.run;

import dev.squall.sample.Outcome;

/** What has become of the requests of one user, or of one branch of it. */
final class UserTally {
  private long ok;
  private long failed;
  private long interrupted;

  void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Ok() -> ok++;
      case Outcome.Failed(_, _, _) -> failed++;
      case Outcome.Interrupted() -> interrupted++;
    }
  }

  void add(UserTally other) {
    ok += other.ok;
    failed += other.failed;
    interrupted += other.interrupted;
  }

  long requests() {
    return ok + failed + interrupted;
  }

  long ok() {
    return ok;
  }

  long failed() {
    return failed;
  }

  long interrupted() {
    return interrupted;
  }
}
