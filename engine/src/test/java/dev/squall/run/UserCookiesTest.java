package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.CookieJar;
import dev.squall.http.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserCookiesTest {
  private static final Endpoint FIRST = new Endpoint("first.test", 80);
  private static final Endpoint SECOND = new Endpoint("second.test", 80);

  private final UserCookies cookies = new UserCookies(new CookieJar(), List.of(FIRST, SECOND));

  @Test
  void everyCookieThatIsSetIsKeptForItsServerAndItsPath() {
    assertThat(cookies.isEmpty()).isTrue();
    cookies.keep(SECOND, "/shop/cart", List.of("a=1; Path=/", "b=2"));

    assertThat(cookies.isEmpty()).isFalse();
    assertThat(cookies.header(1, "/shop/x", "")).isEqualTo("b=2; a=1");
    assertThat(cookies.header(1, "/", "c=3")).isEqualTo("c=3; a=1");
    assertThat(cookies.header(0, "/shop/x", "")).isNull();
    assertThat(cookies.header(SECOND, "/shop", "a=9")).isEqualTo("a=9; b=2");
    assertThat(cookies.header(FIRST, "/", "a=9")).isEqualTo("a=9");
  }

  @Test
  void noneAreKeptOfAnAnswerWithoutAny() {
    cookies.keep(FIRST, "/", List.of());
    assertThat(cookies.isEmpty()).isTrue();
  }

  @Test
  void whatARequestSaysItselfIsKnownUntilTheNextBegins() {
    assertThat(cookies.explicit()).isNull();
    cookies.header(0, "/", "a=1");
    assertThat(cookies.explicit()).isEqualTo("a=1");
    // Of a hop, what the request said first stays.
    cookies.header(SECOND, "/", "b=2");
    assertThat(cookies.explicit()).isEqualTo("a=1");
    cookies.begin();
    assertThat(cookies.explicit()).isNull();
  }

  @Test
  void aBranchSharesTheCookiesAndNotTheRequest() {
    cookies.header(0, "/", "x=1");
    var branch = cookies.sharing();
    assertThat(branch.explicit()).isNull();
    branch.keep(FIRST, "/", List.of("a=1"));
    assertThat(cookies.header(0, "/", "")).isEqualTo("a=1");
    cookies.clear();
    assertThat(branch.isEmpty()).isTrue();
    assertThat(branch.header(0, "/", "")).isNull();
  }

  @Test
  void withoutAJarARequestSaysWhatItSaysItself() {
    assertThat(CookieSource.NONE.isEmpty()).isTrue();
    assertThat(CookieSource.NONE.header(0, "/", "a=1")).isEqualTo("a=1");
    assertThat(CookieSource.NONE.header(0, "/", "")).isNull();
  }
}
