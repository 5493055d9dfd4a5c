package dev.squall.httpx;

import dev.squall.httpx.RunSettings.Connections;
import dev.squall.httpx.RunSettings.Cookies;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The settings of a scenario or a mix. */
record SettingMeaning(
    Optional<ThinkTime> thinkTime,
    Optional<Cookies> cookies,
    Optional<Connections> connections,
    OptionalLong seed,
    Optional<Duration> pacing,
    Optional<Duration> grace,
    Optional<Setting> base,
    List<Setting> data) {

  static final SettingMeaning NONE = of(List.of());

  static SettingMeaning ofScenario(List<ScenarioPart> parts) {
    return of(parts.stream().filter(Setting.class::isInstance).map(Setting.class::cast).toList());
  }

  static SettingMeaning ofMix(List<MixPart> parts) {
    return of(parts.stream().filter(Setting.class::isInstance).map(Setting.class::cast).toList());
  }

  private static SettingMeaning of(List<Setting> settings) {
    Optional<ThinkTime> think = Optional.empty();
    Optional<Cookies> cookies = Optional.empty();
    Optional<Connections> connections = Optional.empty();
    var seed = OptionalLong.empty();
    Optional<Duration> pacing = Optional.empty();
    Optional<Duration> grace = Optional.empty();
    Optional<Setting> base = Optional.empty();
    var data = new ArrayList<Setting>();
    for (var setting : settings) {
      var amount = setting.amount();
      switch (setting.key()) {
        case THINK_TIME -> think = Optional.of(((Amount.Pause) amount).time());
        case COOKIES -> cookies = Optional.of(Cookies.valueOf(choice(amount)));
        case CONNECTIONS -> connections = Optional.of(Connections.valueOf(choice(amount)));
        case SEED -> seed = OptionalLong.of(((Amount.Whole) amount).number());
        case PACING -> pacing = Optional.of(((Amount.Time) amount).time());
        case GRACE -> grace = Optional.of(((Amount.Time) amount).time());
        case BASE_URL -> base = Optional.of(setting);
        case DATA -> data.add(setting);
        default -> throw new IllegalStateException("parsed where it may not stand: " + setting);
      }
    }
    return new SettingMeaning(
        think, cookies, connections, seed, pacing, grace, base, List.copyOf(data));
  }

  private static String choice(Amount amount) {
    return ((Amount.Word) amount).word().toUpperCase(Locale.ROOT);
  }
}
