package dev.squall.shell.maven;

import static dev.squall.shell.maven.RepositoryFolder.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.squall.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;

/** The user's settings decide who is asked, against a server on loopback. */
class MavenSettingsTest {
  // a download that nobody waits for any more may still write when its test is over
  @TempDir(deletionStrategy = TempDirDeletionStrategy.IgnoreFailures.class)
  Path folder;

  private RepositoryFolder shop;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String password = "";
  private volatile CountDownLatch open = new CountDownLatch(0);
  private final CountDownLatch arrived = new CountDownLatch(1);

  @BeforeEach
  void aRepositoryBehindAServer() throws IOException {
    shop = new RepositoryFolder(folder).with("a:top:1");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1);
            asked.add(path);
            arrived.countDown();
            open.await();
            var given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            var wanted =
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(("me:" + password).getBytes(StandardCharsets.UTF_8));
            var file = shop.remote().resolve(path);
            if (!password.isEmpty() && !given.equals(wanted)) {
              exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"jars\"");
              exchange.sendResponseHeaders(401, -1);
            } else if (Files.isRegularFile(file)) {
              var bytes = Files.readAllBytes(file);
              exchange.sendResponseHeaders(200, bytes.length);
              exchange.getResponseBody().write(bytes);
            } else {
              exchange.sendResponseHeaders(404, -1);
            }
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    open.countDown();
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private String mirror() {
    return "<mirrors><mirror><id>company</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>"
        .formatted(url());
  }

  private static String login(String password) {
    return "<servers><server><id>company</id><username>me</username><password>%s</password></server></servers>"
        .formatted(password);
  }

  @Test
  void aMirrorIsAskedInsteadOfCentral() {
    shop.settings(mirror());

    assertThat(names(shop.find("a:top:1"))).containsExactly("top-1.jar");
    assertThat(asked).contains("a/top/1/top-1.pom", "a/top/1/top-1.jar");
  }

  @Test
  void theInstallationsSettingsCountAndTheUsersComeFirst() {
    RepositoryFolder.write(
        folder.resolve("maven/conf/settings.xml"),
        "<settings><localRepository>%s</localRepository>%s</settings>"
            .formatted(folder.resolve("theirs"), mirror()));
    shop.settings("<localRepository>%s</localRepository>".formatted(folder.resolve("mine")));
    var places =
        new MavenPlaces(
            folder.resolve("m2"), Optional.of(folder.resolve("maven")), Optional.empty());

    var found = MavenJars.of(List.of("a:top:1"), List.of(), places, _ -> {});

    assertThat(found.jars()).allMatch(jar -> jar.startsWith(folder.resolve("mine")));
  }

  @Test
  void aPasswordIsSentPlainOrEncryptedAsItStandsInTheSettings() throws PlexusCipherException {
    password = "pa55 word";
    shop.settings(mirror() + login(password));
    assertThat(names(shop.find("a:top:1"))).containsExactly("top-1.jar");

    var cipher = new DefaultPlexusCipher();
    RepositoryFolder.write(
        folder.resolve("m2/settings-security.xml"),
        "<settingsSecurity><master>%s</master></settingsSecurity>"
            .formatted(cipher.encryptAndDecorate("master", "settings.security")));
    shop.settings(mirror() + login(cipher.encryptAndDecorate(password, "master")));
    shop.with("a:other:1");
    assertThat(names(shop.find("a:other:1"))).containsExactly("other-1.jar");
  }

  @Test
  void aMissingPasswordIsAskedForByTheIdThatItStandsUnder() {
    password = "secret";
    shop.settings(mirror());

    assertThatThrownBy(() -> shop.find("a:top:1"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("company for central (" + url() + "), which failed: ")
        .hasMessageContaining("401")
        .hasMessageContaining(
            "a <server> with the id company in " + folder.resolve("m2/settings.xml"));
  }

  @Test
  void aProxyThatIsSwitchedOffIsNotUsed() {
    shop.settings(
        mirror()
            + """
            <proxies><proxy><active>false</active><protocol>http</protocol>
            <host>127.0.0.1</host><port>1</port></proxy></proxies>\
            """);

    assertThat(names(shop.find("a:top:1"))).containsExactly("top-1.jar");
  }

  @Test
  void offlineInTheSettingsIsOffline() {
    shop.settings("<offline>true</offline>" + mirror());

    assertThatThrownBy(() -> shop.find("a:top:1")).hasMessageContaining("a:top:1 is not in");
    assertThat(asked).isEmpty();
  }

  @Test
  void aRepositoryCanBeNamedBesideThoseOfTheSettings() {
    shop.settings(RepositoryFolder.central(folder.resolve("empty").toUri().toString()));

    assertThat(names(shop.find("a:top:1", "repository=" + url()))).containsExactly("top-1.jar");
  }

  @Test
  void aLocalRepositoryCanBeSaid() {
    shop.settings(mirror());
    var places =
        new MavenPlaces(
            folder.resolve("m2"), Optional.empty(), Optional.of(folder.resolve("said")));

    assertThat(MavenJars.of(List.of("a:top:1"), List.of(), places, _ -> {}).jars())
        .allMatch(jar -> jar.startsWith(folder.resolve("said")));
  }

  @Test
  void anInterruptEndsTheWaitForAServerThatSaysNothing() throws InterruptedException {
    shop.settings(mirror());
    open = new CountDownLatch(1);
    var ended = new AtomicReference<Throwable>();
    var asking =
        Thread.ofPlatform()
            .start(() -> {
              try {
                shop.find("a:top:1");
              } catch (CancellationException e) {
                ended.set(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    assertThat(arrived.await(2, TimeUnit.SECONDS)).isTrue();
    asking.interrupt();
    asking.join(1_000);

    assertThat(ended.get()).hasMessageStartingWith("stopped");
  }

  @Test
  void theMavenOnThePathIsFoundThroughItsLink() throws IOException {
    RepositoryFolder.write(folder.resolve("maven/conf/settings.xml"), "<settings/>");
    RepositoryFolder.write(folder.resolve("maven/bin/mvn"), "");
    Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/mvn"), folder.resolve("maven/bin/mvn"));
    var path = folder.resolve("none") + File.pathSeparator + folder.resolve("bin");

    assertThat(MavenPlaces.onPath(path)).contains(folder.resolve("maven").toRealPath());
    assertThat(MavenPlaces.onPath("")).isEmpty();
  }
}
