package dev.squall.sheet;

import dev.squall.stats.Results;
import dev.squall.stats.UserStats;
import java.util.ArrayList;
import java.util.OptionalLong;

/** What each user did. */
final class UserSheet {
  private UserSheet() {}

  static Sheet sheet(Results results) {
    var rows = new ArrayList<>(results.users());
    var others = results.otherUsers();
    if (others.requests() > 0 || others.iterations() > 0) {
      rows.add(others);
    }
    return new Columns<>(rows)
        .words(
            Heading.of("user").rank(0).forPeople(),
            user -> isOthers(user) ? "all others" : Numbers.count(user.user()))
        .countsIfAny(
            Heading.of("user").forPrograms(),
            user -> isOthers(user) ? OptionalLong.empty() : OptionalLong.of(user.user()))
        .counts(Heading.of("iterations").rank(2), UserStats::iterations)
        .counts(Heading.of("requests").rank(1), UserStats::requests)
        .counts(Heading.of("ok").rank(3), UserStats::ok)
        .counts(Heading.of("failed").rank(1).alarm(), UserStats::failed)
        .counts(Heading.of("interrupted").rank(4), UserStats::interrupted)
        .figures(
            Heading.of("error", Unit.PERCENT).alarm(),
            user -> 100.0 * user.failed() / user.requests())
        .times(Heading.of("mean", Unit.MILLISECONDS).rank(2), UserStats::meanMs)
        .sheet("Users");
  }

  private static boolean isOthers(UserStats user) {
    return user.user() == 0;
  }
}
