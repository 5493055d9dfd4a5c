package dev.squall.shop.routes;

import dev.squall.shop.store.Account;
import dev.squall.shop.store.Accounts;
import dev.squall.shop.store.Tokens;
import dev.squall.shop.store.Visitor;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Authentication;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** {@code /auth/…} and {@code /users/me}. */
public final class AccountRoutes {

  private static final String LABEL = "\\p{Alnum}([\\p{Alnum}-]*\\p{Alnum})?";

  /** As RFC 5321 §4.5.3.1 bounds it, in any script, without quoted names. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=.{3,254}\\z)[^\\s\\p{Cntrl}@]{1,64}@" + LABEL + "(\\." + LABEL + ")*",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Registered users stay until the shop closes, and so must be small. */
  private static final int LONGEST = 200;

  private static final String TOO_LONG = "must be at most " + LONGEST + " characters";

  private final Accounts accounts;
  private final Tokens tokens;

  private AccountRoutes(Accounts accounts, Tokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  public static void add(Routes routes, Accounts accounts, Tokens tokens) {
    var account = new AccountRoutes(accounts, tokens);
    routes.open("POST", "/auth/register", account::register);
    routes.open("POST", "/auth/login", account::login);
    routes.signedIn("POST", "/auth/logout", (call, visitor) -> account.logout(visitor));
    routes.signedIn("GET", "/users/me", (call, me) -> Answer.ok(me.account().profile()));
  }

  private Answer register(Call call) {
    var fields = call.fields();
    var email = fields.text("email");
    var password = fields.text("password");
    var name = fields.text("name");
    fields.require(EMAIL.matcher(email).matches(), "email", "must be an e-mail address");
    fields.require(password.length() <= LONGEST, "password", TOO_LONG);
    fields.require(name.length() <= LONGEST, "name", TOO_LONG);
    fields.check();
    return Answer.created(signedIn(accounts.register(email, name, password)));
  }

  private Answer login(Call call) {
    var fields = call.fields();
    var email = fields.text("email");
    var password = fields.text("password");
    fields.check();
    var signedIn = signedIn(accounts.login(email, password));
    var cookie =
        new HttpField(
            HttpHeader.SET_COOKIE,
            Authentication.COOKIE + "=" + signedIn.token() + "; HttpOnly; Path=/");
    return Answer.ok(signedIn).with(cookie);
  }

  private Answer logout(Visitor visitor) {
    tokens.kill(visitor.claims());
    return Answer.message("Logged out successfully");
  }

  private SignedIn signedIn(Account account) {
    return new SignedIn(account.user(), tokens.issue(account.email()));
  }

  private record SignedIn(Account.User user, String token) {}
}
