package dev.squall.shell.maven;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.secret.Secrets;
import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.version.Version;
import org.jspecify.annotations.Nullable;

/** Says what was not found, who was asked, and what may have been meant. */
final class NotFound {
  private static final int MOST_VERSIONS = 6;

  private final Context context;
  private final List<RemoteRepository> repositories;
  private final Wanted wanted;

  NotFound(Context context, List<RemoteRepository> repositories, Wanted wanted) {
    this.context = context;
    this.repositories = repositories;
    this.wanted = wanted;
  }

  /** One problem for each artifact, whatever number of repositories it is not in. */
  List<Problem> problems(DependencyResolutionException failed) {
    var causes = causes(failed);
    var missing = new LinkedHashMap<String, Artifact>();
    var unreachable = new LinkedHashMap<String, ArtifactTransferException>();
    for (var cause : causes) {
      if (cause instanceof ArtifactTransferException transfer) {
        missing.putIfAbsent(transfer.getArtifact().toString(), transfer.getArtifact());
        if (!(transfer instanceof ArtifactNotFoundException) && transfer.getRepository() != null) {
          unreachable.putIfAbsent(transfer.getRepository().getId(), transfer);
        }
      }
    }
    if (missing.isEmpty()) {
      return List.of(problem(reason(failed), ""));
    }
    return missing.values().stream().map(artifact -> problem(artifact, unreachable)).toList();
  }

  private Problem problem(Artifact artifact, Map<String, ArtifactTransferException> unreachable) {
    var name = shown(artifact);
    if (context.repositorySystemSession().isOffline()) {
      return problem(
          name + " is not in " + localRepository(),
          "offline nobody else was asked: %maven without -o does");
    }
    var asked = asked(artifact);
    if (asked.isEmpty()) {
      return problem(
          name
              + " is not in "
              + localRepository()
              + ", and no repository was to be asked for SNAPSHOTs",
          "install it there, or name one: repository=URL, or in " + settings());
    }
    var failed = asked.stream().filter(each -> unreachable.containsKey(each.getId())).toList();
    var what =
        name
            + " was not found; asked: "
            + asked.stream()
                .map(each -> shown(each) + failure(unreachable.get(each.getId())))
                .collect(Collectors.joining(", "));
    return problem(
        what, failed.isEmpty() ? meant(artifact) : advice(failed.getFirst(), unreachable));
  }

  private String failure(@Nullable ArtifactTransferException failed) {
    return failed == null ? "" : ", which failed: " + reason(failed);
  }

  private String advice(
      RemoteRepository failed, Map<String, ArtifactTransferException> unreachable) {
    var reason = failure(unreachable.get(failed.getId()));
    if (reason.contains("401") || reason.contains("403")) {
      return "a <server> with the id %s in %s gives it a user and a password"
          .formatted(failed.getId(), settings());
    }
    if (failed.isBlocked()) {
      return "the settings block it, usually because it is http and not https";
    }
    return "%maven -o takes what is in " + localRepository();
  }

  /** What a person may have meant by something that nobody has. */
  private String meant(Artifact artifact) {
    if (wanted.coordinates().stream().noneMatch(each -> each.name().equals(name(artifact)))) {
      return "something that was asked for needs it; without it: exclude=" + name(artifact);
    }
    var versions = versions(artifact);
    if (versions.stream().anyMatch(version -> version.toString().equals(artifact.getVersion()))
        || isThere(artifact, "pom", "")) {
      return isThere(artifact, "jar", "")
          ? "there is a jar without that type and classifier: "
              + name(artifact)
              + ":"
              + artifact.getVersion()
          : "there is a POM and no jar: %s:pom:%s takes what it depends on"
              .formatted(name(artifact), artifact.getVersion());
    }
    if (versions.isEmpty()) {
      return "is it spelled group:artifact:version? Repositories are named by repository=URL, or in "
          + settings();
    }
    return "there is "
        + versions.reversed().stream()
            .limit(MOST_VERSIONS)
            .map(Version::toString)
            .collect(Collectors.joining(", "))
        + (versions.size() > MOST_VERSIONS ? ", and older" : "");
  }

  private List<Version> versions(Artifact artifact) {
    var all = new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "jar", "[0,)");
    try {
      return context
          .repositorySystem()
          .resolveVersionRange(
              context.repositorySystemSession(), new VersionRangeRequest(all, repositories, null))
          .getVersions();
    } catch (VersionRangeResolutionException _) {
      return List.of();
    }
  }

  private boolean isThere(Artifact artifact, String extension, String classifier) {
    if (artifact.getExtension().equals(extension) && artifact.getClassifier().equals(classifier)) {
      return false;
    }
    var other =
        new DefaultArtifact(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            classifier,
            extension,
            artifact.getVersion());
    try {
      context
          .repositorySystem()
          .resolveArtifact(
              context.repositorySystemSession(), new ArtifactRequest(other, repositories, null));
      return true;
    } catch (ArtifactResolutionException _) {
      return false;
    }
  }

  /** Not everybody is asked for a SNAPSHOT, nor for a release. */
  private List<RemoteRepository> asked(Artifact artifact) {
    return repositories.stream()
        .filter(each -> each.getPolicy(artifact.isSnapshot()).isEnabled())
        .toList();
  }

  /** As a person writes it. */
  private static String shown(Artifact artifact) {
    return new Coordinates(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            artifact.getExtension(),
            artifact.getClassifier(),
            artifact.getVersion())
        .toString();
  }

  private static String shown(RemoteRepository repository) {
    var mirrored =
        repository.getMirroredRepositories().stream()
            .map(RemoteRepository::getId)
            .collect(Collectors.joining(" and "));
    return repository.getId()
        + (mirrored.isEmpty() ? "" : " for " + mirrored)
        + " ("
        + Coordinates.visible(Secrets.target(repository.getUrl()))
        + ")";
  }

  /** The innermost message is the one that says something. */
  private static String reason(Throwable failed) {
    var reason = failed;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    var message =
        Optional.ofNullable(reason.getMessage()).orElse(reason.getClass().getSimpleName());
    return Coordinates.visible(Secrets.target(message));
  }

  private static Set<Throwable> causes(Throwable failed) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var all = new LinkedHashSet<Throwable>();
    collect(failed, seen, all);
    return all;
  }

  private static void collect(Throwable failed, Set<Throwable> seen, Collection<Throwable> all) {
    if (!seen.add(failed)) {
      return;
    }
    all.add(failed);
    Stream<Throwable> within =
        switch (failed) {
          case DependencyResolutionException e ->
              e.getResult() == null ? Stream.of() : within(e.getResult().getArtifactResults());
          case DependencyCollectionException e ->
              e.getResult().getExceptions().stream().map(x -> x);
          case ArtifactResolutionException e -> within(e.getResults());
          case ArtifactDescriptorException e -> e.getResult().getExceptions().stream().map(x -> x);
          default -> Stream.of();
        };
    new ArrayList<>(within.toList()).forEach(each -> collect(each, seen, all));
    if (failed.getCause() != null) {
      collect(failed.getCause(), seen, all);
    }
  }

  private static Stream<Throwable> within(List<ArtifactResult> results) {
    return results.stream()
        .filter(each -> !each.isResolved())
        .flatMap(each -> each.getExceptions().stream());
  }

  private String settings() {
    return context.mavenUserHome().settingsXml().toString();
  }

  private String localRepository() {
    return context.repositorySystemSession().getLocalRepository().getBasedir().toString();
  }

  private static String name(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId();
  }

  private static Problem problem(String what, String hint) {
    return new Problem(Position.in("%maven"), what, hint);
  }
}
