package dev.squall.shell.session;

import dev.squall.secret.Secrets;
import dev.squall.sheet.SheetHtml;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.reply.Known;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Keeps secrets that a session knows out of what Java gives: there, no name stands beside a value.
 */
public final class KnownSecrets {
  private KnownSecrets() {}

  private static Set<String> of(Session session) {
    var values = new HashSet<String>();
    session
        .user()
        .variables()
        .forEach((name, value) -> {
          if (Secrets.isSecret(name)) {
            values.add(value);
          }
        });
    session.user().cookies().stream()
        .filter(cookie -> Secrets.isSecret(cookie.name()))
        .forEach(cookie -> values.add(cookie.value()));
    values.removeIf(value -> value.length() < Known.SHORTEST);
    session.last().ifPresent(tried -> values.addAll(Known.of(tried.response().step())));
    return values;
  }

  /** A text as a person may see it. */
  public static String hidden(Session session, String text) {
    return session.view().reveals() ? text : Known.hidden(text, of(session));
  }

  /** All forms of a value that are texts; pictures and documents stay. */
  public static Bundle hidden(Session session, Bundle bundle) {
    if (session.view().reveals()) {
      return bundle;
    }
    var plain = of(session);
    var escaped = new HashSet<>(plain);
    plain.forEach(value -> escaped.add(SheetHtml.escaped(value)));
    var forms = new LinkedHashMap<String, Object>();
    bundle
        .data()
        .forEach((type, form) ->
            forms.put(
                type,
                form instanceof String text && type.startsWith("text/")
                    ? Known.hidden(text, type.equals(Bundle.HTML) ? escaped : plain)
                    : form));
    return new Bundle(forms);
  }
}
