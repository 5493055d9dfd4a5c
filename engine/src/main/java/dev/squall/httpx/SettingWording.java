package dev.squall.httpx;

import dev.squall.httpx.Script.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an entry says of its run, as it is written. */
final class SettingWording {
  private SettingWording() {}

  /** Of nothing nothing. */
  static List<Setting> of(Optional<Entry> entry) {
    var said = entry.map(Entry::settings).orElse(RunSettings.NONE);
    var settings = new ArrayList<Setting>();
    said.cookies().ifPresent(one -> settings.add(setting(Key.COOKIES, word(one))));
    said.connections().ifPresent(one -> settings.add(setting(Key.CONNECTIONS, word(one))));
    said.seed().ifPresent(seed -> settings.add(setting(Key.SEED, new Amount.Whole(seed))));
    said.grace().ifPresent(time -> settings.add(setting(Key.GRACE, new Amount.Time(time))));
    return settings;
  }

  private static Amount word(Enum<?> choice) {
    return new Amount.Word(Words.of(choice));
  }

  private static Setting setting(Key key, Amount amount) {
    return new Setting(key, amount, Reread.NOWHERE);
  }
}
