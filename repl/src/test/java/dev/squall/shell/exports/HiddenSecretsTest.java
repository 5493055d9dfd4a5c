package dev.squall.shell.exports;

import static dev.squall.Squall.cookie;
import static dev.squall.Squall.get;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.post;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.problem.Problem;
import dev.squall.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenSecretsTest {
  private static final String VALUE = "hush\\\"'$`é";

  private static final Scenario EVERYWHERE =
      scenario(
              "secrets",
              post("/login?api_key=hush-query&page=1")
                  .named("login")
                  .query("token", "hush-field")
                  .header("Authorization", "Bearer hush-bearer")
                  .header("Cookie", "sid=hush-cookie; theme=${theme}")
                  .header("X-Trace", "shown")
                  .json(
                      """
                      {"user": "me", "password": "hush\\"text", "card": {"number": 4111222233334444},
                       "token": "${token}", "mixed_token": "hush-a-${VU}"}\
                      """)
                  .check(jsonPath("$.session_id").is("hush-check"), cookie("sid").is("hush-set")),
              post("/form").field("password", "hush-form").field("name", "shown"),
              post("/part").part("secret", "hush-part"),
              get("/basic").basic("me", "hush-basic"))
          .variable("admin_password", "hush-given")
          .variable("theme", "dark")
          .header("X-Api-Key", "hush-header")
          .variable("token", "${env.SQUALL_TOKEN_OF_OTHERS}");

  private static Exported exported(Format format, boolean keepingSecrets) {
    return Exports.of(format, EVERYWHERE, Optional.empty(), List.of(), keepingSecrets);
  }

  @ParameterizedTest
  @EnumSource
  void noSecretIsInAnyText(Format format) {
    var text = exported(format, false).text();
    assertThat(text).doesNotContain("hush").doesNotContain("4111222233334444");
    assertThat(text).contains("shown").contains("SQUALL_PASSWORD");
  }

  @ParameterizedTest
  @EnumSource
  void whoWantsThemInTheTextHasThemThere(Format format) {
    var exported = exported(format, true);
    assertThat(exported.text())
        .contains("hush-bearer", "4111222233334444")
        .doesNotContain("SQUALL_PASSWORD");
    assertThat(exported.secrets()).isEmpty();
  }

  @Test
  void eachHasAVariableTheLineToExportAndItsMeaning() {
    assertThat(exported(Format.JSH, false).secrets())
        .extracting(Secret::variable, Secret::value)
        .containsExactlyInAnyOrder(
            tuple("SQUALL_API_KEY", "hush-query"),
            tuple("SQUALL_TOKEN", "hush-field"),
            tuple("SQUALL_AUTHORIZATION", "hush-bearer"),
            tuple("SQUALL_SID", "hush-cookie"),
            tuple("SQUALL_PASSWORD", "hush\"text"),
            tuple("SQUALL_CARD_NUMBER", "4111222233334444"),
            tuple("SQUALL_MIXED_TOKEN", "hush-a-"),
            tuple("SQUALL_SESSION_ID", "hush-check"),
            tuple("SQUALL_COOKIE", "hush-set"),
            tuple("SQUALL_PASSWORD_2", "hush-form"),
            tuple("SQUALL_SECRET", "hush-part"),
            tuple("SQUALL_PASSWORD_3", "hush-basic"),
            tuple("SQUALL_ADMIN_PASSWORD", "hush-given"),
            tuple("SQUALL_X_API_KEY", "hush-header"));
    assertThat(exported(Format.JSH, false).secrets())
        .allSatisfy(secret -> assertThat(secret + secret.export()).doesNotContain("hush"))
        .extracting(Secret::export)
        .contains("export SQUALL_PASSWORD=…");
  }

  @Test
  void theSameValueIsTheSameVariable() {
    var twice =
        scenario("twice", get("/a").basic("me", VALUE), post("/b").field("password", VALUE));
    assertThat(Exports.of(Format.JAVA, twice, Optional.empty()).secrets())
        .singleElement()
        .extracting(Secret::value)
        .isEqualTo(VALUE);
  }

  @Test
  void valuesOfDataStayAndAreTold() {
    var fed = scenario("fed", get("/a")).feed(values("password", "a", "b"));
    assertThat(Exports.of(Format.JAVA, fed, Optional.empty()).leftOut())
        .extracting(Problem::what)
        .containsExactly("the values of password stand in the text");
  }
}
