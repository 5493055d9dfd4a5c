package dev.squall.shop.store;

import dev.squall.shop.json.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who may log in: 1000 load-test users, one test user, and everyone who registers. */
public final class Accounts {

  private static final int LOAD_TEST_USERS = 1_000;
  private static final Instant OPENING = Instant.parse("2026-01-01T00:00:00Z");

  private final Once<Map<String, Account>> byEmail = new Once<>(this::seeded);
  private final AtomicLong numbers = new AtomicLong();

  private Map<String, Account> seeded() {
    var accounts = new ConcurrentHashMap<String, Account>();
    for (var i = 1; i <= LOAD_TEST_USERS; i++) {
      var email = "loadtest-user-" + i + "@example.com";
      var _ = open(accounts, email, "Load Test User " + i, "LoadTest123!", OPENING);
    }
    var _ = open(accounts, "test@example.com", "Test User", "password123", OPENING);
    return accounts;
  }

  /**
   * Opens an account.
   *
   * @throws Refusal 409 when the e-mail address has an account
   */
  public Account register(String email, String name, String password) {
    var account = open(byEmail.get(), email, name, password, Instant.now());
    if (account == null) {
      throw new Refusal(409, "the e-mail address " + email + " has an account already");
    }
    return account;
  }

  /**
   * The account of these two.
   *
   * @throws Refusal 401 when there is no such account or the password is another
   */
  public Account login(String email, String password) {
    var account = byEmail.get().get(key(email));
    if (account == null || !account.hasPassword(password)) {
      throw new Refusal(401, "the e-mail address or the password is wrong");
    }
    return account;
  }

  /** The account of that address, in whatever case. */
  public Optional<Account> byEmail(String email) {
    return Optional.ofNullable(byEmail.get().get(key(email)));
  }

  private @Nullable Account open(
      Map<String, Account> accounts, String email, String name, String password, Instant at) {
    var account = new Account(numbers.incrementAndGet(), email, name, password, at);
    return accounts.putIfAbsent(key(email), account) == null ? account : null;
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
