package dev.squall.run;

import dev.squall.http.ClientIdentity;
import dev.squall.http.Pem;
import dev.squall.http.TlsSettings;
import dev.squall.plan.Tls;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the options of TLS mean for the wire: files are read, versions named as Java names them. */
final class Trust {
  private final Consumer<Problem> problems;

  private Trust(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** The settings; the default in the place of each that is a problem. */
  static TlsSettings of(Tls tls, Consumer<Problem> problems) {
    var trust = new Trust(problems);
    var settings = TlsSettings.DEFAULT.withVerifies(tls.verifies()).withResumes(tls.resumes());
    if (tls.authorities().isPresent()) {
      var file = tls.authorities().get();
      var read = trust.bytes(file).flatMap(bytes -> trust.read(file, Pem.certificates(bytes)));
      settings = read.map(settings::withAuthorities).orElse(settings);
    }
    if (tls.identity().isPresent()) {
      settings = trust.identity(tls.identity().get()).map(settings::withIdentity).orElse(settings);
    }
    if (!tls.versions().isEmpty()) {
      settings = trust.versions(tls.versions()).map(settings::withProtocols).orElse(settings);
    }
    return settings;
  }

  private Optional<ClientIdentity> identity(Tls.Identity identity) {
    var shown = identity.certificate();
    var file = bytes(shown);
    if (identity.key().isEmpty()) {
      var password = identity.password().orElse("").toCharArray();
      return file.flatMap(bytes -> read(shown, ClientIdentity.ofPkcs12(bytes, password)));
    }
    var keyFile = identity.key().get();
    var key = bytes(keyFile);
    return file.isPresent() && key.isPresent()
        ? read(shown + " with " + keyFile, ClientIdentity.ofPem(file.get(), key.get()))
        : Optional.empty();
  }

  private Optional<List<String>> versions(List<String> only) {
    var known = List.of("1.3", "1.2");
    var wrong = only.stream().filter(version -> !known.contains(version)).toList();
    wrong.forEach(version ->
        problem("TLS " + version + " is not spoken here", "tlsVersions(\"1.3\", \"1.2\")"));
    return wrong.isEmpty()
        ? Optional.of(only.stream().map(version -> "TLSv" + version).toList())
        : Optional.empty();
  }

  private Optional<byte[]> bytes(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      problem("there is no file " + file, "a path from " + Path.of("").toAbsolutePath());
    } catch (AccessDeniedException e) {
      problem("the file " + file + " may not be read", "chmod u+r " + file);
    } catch (IOException e) {
      problem("the file " + file + " cannot be read: " + e.getMessage(), "is it a file?");
    }
    return Optional.empty();
  }

  private <T> Optional<T> read(Object file, Pem.Reading<T> reading) {
    return switch (reading) {
      case Pem.Read<T>(var value) -> Optional.of(value);
      case Pem.Unread<T>(var what, var hint) -> {
        problem(file + ": " + what, hint);
        yield Optional.empty();
      }
    };
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in("options"), what, hint));
  }
}
