package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands as they are entered, against the practice shop; those of load are in others. */
class EachCommandTest {
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void open() {
    SHELL.ok("%shop start");
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void everyMethodIsSentAsItIs() {
    assertThat(SHELL.ok("%get /products limit==1")).startsWith("200 OK").contains("prod-1");
    SHELL.ok("%post /auth/register email=each@example.com password=password123 name=Each");
    SHELL.ok("%post /auth/login email=each@example.com password=password123");
    SHELL.ok("%extract token $.token");
    assertThat(
            SHELL.ok(
                "%post /cart/items product_id=prod-1 quantity:=2"
                    + " Authorization:'Bearer ${token}'"))
        .startsWith("201");
    SHELL.ok("%extract item $.cart.items[0].id");
    assertThat(SHELL.ok("%put /cart/items/${item} quantity:=3 Authorization:'Bearer ${token}'"))
        .startsWith("200");
    assertThat(SHELL.ok("%json $.cart.items[0].quantity")).isEqualTo("3");
    assertThat(SHELL.ok("%delete /cart/items/${item} Authorization:'Bearer ${token}'"))
        .startsWith("20");
    assertThat(SHELL.ok("%head /products")).startsWith("200 OK").doesNotContain("prod-1");
    assertThat(SHELL.ok("%options /products")).contains("there is no OPTIONS /products");
    SHELL.ok("%patch /products price:=3");
    assertThat(SHELL.ok("last().request().method()")).isEqualTo("PATCH");
    assertThat(SHELL.say("%get")).contains("a path or a URL is missing", "GET /products");
  }

  @Test
  void aBaseIsSetShownAndRefused() {
    var shop = SHELL.ok("%base");
    assertThat(shop).startsWith("http://127.0.0.1:");
    assertThat(SHELL.say("%base ftp://x")).contains("ftp://x is no URL", "%base http://");
    assertThat(SHELL.say("%base http://a b")).contains("nothing is expected here");
    assertThat(SHELL.say("%base http://")).contains("is no URL that paths can stand on");
    assertThat(SHELL.ok("%base")).isEqualTo(shop);
    assertThat(SHELL.ok("%base " + shop + "/")).isEqualTo(shop);
  }

  @Test
  void theLastAnswerIsShownAgain() {
    SHELL.ok("GET /products limit==30");
    assertThat(SHELL.ok("%last")).startsWith("200 OK").contains("…").doesNotContain("Content-Type");
    assertThat(SHELL.ok("%last --headers")).contains("Content-Type: application/json");
    assertThat(SHELL.ok("%last --full")).contains("prod-30");
    assertThat(SHELL.ok("%body")).contains("prod-30");
  }

  @Test
  void anAnswersCookiesAreKeptAndForgotten() {
    SHELL.ok("POST /auth/register email=cookie@example.com password=password123 name=C");
    SHELL.ok("POST /auth/login email=cookie@example.com password=password123");
    var cookies = SHELL.ok("%cookies");
    assertThat(cookies).contains("=…", "127.0.0.1/");
    var name = cookies.substring(0, cookies.indexOf('='));
    assertThat(SHELL.ok("%reveal " + name)).isNotEmpty().doesNotContain("…");
    assertThat(SHELL.ok("cookies().size()")).isEqualTo("1");
    assertThat(SHELL.ok("%cookies clear")).isEqualTo("no cookies any more");
    assertThat(SHELL.ok("%cookies")).isEqualTo("no cookies");
    assertThat(SHELL.say("%cookies all")).contains("nothing is expected here");
    assertThat(SHELL.say("%reveal nothing")).contains("nothing is called nothing", "%vars");
  }

  @Test
  void aFileGivesVariablesAndTheBase() throws IOException {
    var shop = SHELL.ok("%base");
    Files.writeString(
        SHELL.folder.resolve("staging.env"),
        "# where\nexport BASE=" + shop + "\nREGION='eu west'\nAPI_KEY=\"k-123456\"\n\nodd\n");
    assertThat(SHELL.ok("%env staging.env")).isEqualTo("3 values of staging.env");
    assertThat(SHELL.ok("vars().get(\"REGION\")")).isEqualTo("eu west");
    assertThat(SHELL.ok("%vars")).contains("eu west").doesNotContain("k-123456");
    assertThat(SHELL.ok("%base")).isEqualTo(shop);
    assertThat(SHELL.say("%env missing.env")).contains("there is no file missing.env");
    SHELL.ok("%set REGION");
    SHELL.ok("%set API_KEY");
  }

  @Test
  void stepsAreMovedAndStayThemselves() {
    SHELL.ok("GET /products limit==1");
    SHELL.ok("%keep one");
    SHELL.ok("GET /products limit==2");
    SHELL.ok("%keep two");
    assertThat(SHELL.ok("%move two 1")).contains("1  two", "2  one");
    // the last probe is still the step two, wherever it stands
    SHELL.ok("%extract second $.products[1].id");
    assertThat(SHELL.ok("draft().steps().get(0).toString()")).contains("two");
    assertThat(SHELL.ok("%steps")).containsSubsequence("1  two", "second = ", "2  one");
    assertThat(SHELL.say("%move two 3")).contains("the draft has steps 1 to 2");
    assertThat(SHELL.ok("%drop two")).isEqualTo("two dropped");
    assertThat(SHELL.ok("%check status 200")).isEqualTo("✓ status is 200");
    assertThat(SHELL.ok("%steps")).contains("1  one").doesNotContain("second", "✓");
    SHELL.ok("%drop one");
  }

  @Test
  void whatIsEnteredAgainIsEdited() {
    SHELL.ok("GET /products limit==1");
    SHELL.ok("%keep edited");
    assertThat(SHELL.ok("%edit edited")).startsWith("%%edit edited\n").contains("limit");
    SHELL.ok("%%edit edited\nGET /products limit==7");
    assertThat(SHELL.ok("%curl edited")).contains("limit=7");
    SHELL.ok("%check status 200"); // tried on the probe, and on the step as it is by now
    assertThat(SHELL.ok("%curl edited")).contains("limit=7");
    assertThat(SHELL.ok("%steps")).contains("✓ status is 200");
    SHELL.ok("%drop edited");
  }

  @Test
  void examplesAreListedAndTheTourIsWalked() {
    assertThat(SHELL.ok("%examples")).contains("%burst 20 users for 10s", "Probe", "Session");
    assertThat(SHELL.ok("%examples extract").lines())
        .containsExactly("%extract id $.products[0].id", "%extract where header:Location");
    assertThat(SHELL.say("%examples nothing")).contains("there is no command nothing");
    assertThat(SHELL.ok("%tour")).contains("GET /products");
    assertThat(SHELL.ok("%help tour")).contains("%tour");
  }

  @Test
  void classesOfAFolderAreKnown() throws IOException {
    var source = SHELL.folder.resolve("Model.java");
    Files.writeString(
        source, "package model; public class Model { public static int four() { return 4; } }");
    var classes = SHELL.folder.resolve("classes");
    assertThat(
            javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    assertThat(SHELL.say("model.Model.four()")).contains("package model does not exist");
    assertThat(SHELL.ok("%classpath classes")).isEqualTo("1 place of classes added");
    assertThat(SHELL.ok("model.Model.four()")).isEqualTo("4");
    assertThat(SHELL.say("%classpath none.jar")).contains("there is no file none.jar");
    assertThat(SHELL.say("%classpath")).contains("a jar or a folder is missing");
  }

  @Test
  void javaBeginsAnewAndTheRestStays() {
    SHELL.ok("GET /products limit==1");
    SHELL.ok("%extract kept $.products[0].id");
    SHELL.ok("int gone = 1;");
    assertThat(SHELL.ok("%restart")).contains("Java began anew");
    assertThat(SHELL.say("gone")).contains("nothing is called gone");
    assertThat(SHELL.ok("vars().get(\"kept\")")).isEqualTo("prod-1");
    assertThat(SHELL.say("%restart now")).contains("nothing is expected here");
  }

  @Test
  void theSessionIsWrittenAsANotebook() throws IOException {
    SHELL.ok("GET /products limit==1");
    assertThat(SHELL.ok("%notebook session.ipynb")).contains("session.ipynb");
    var notebook = Files.readString(SHELL.folder.resolve("session.ipynb"));
    assertThat(notebook)
        .contains("\"nbformat\"", "GET /products limit==1")
        .doesNotContain("password123");
  }

  @Test
  void whatTakesTimeIsTimed() {
    assertThat(SHELL.ok("%time Thread.sleep(20)")).matches("took [\\d.,]+ ms");
    assertThat(SHELL.ok("%%time\nGET /products limit==1")).startsWith("took ");
    assertThat(SHELL.say("%time")).contains("what is to be timed?");
    assertThat(SHELL.say("%time nothing()")).contains("nothing is called nothing");
  }
}
