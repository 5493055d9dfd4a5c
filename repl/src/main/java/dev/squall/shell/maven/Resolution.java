package dev.squall.shell.maven;

import dev.squall.problem.ProblemException;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** One question to Maven's resolver. */
final class Resolution {
  private final Wanted wanted;
  private final PresentJars present;
  private final MavenPlaces places;
  private final Listening listening;

  Resolution(Wanted wanted, PresentJars present, MavenPlaces places, Listening listening) {
    this.wanted = wanted;
    this.present = present;
    this.places = places;
    this.listening = listening;
  }

  Resolved resolved() {
    try (var context = context()) {
      return resolved(context);
    }
  }

  private Context context() {
    var overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .withMavenUserHomeOverride(places.user())
            .withMavenSystemHomeOverride(places.installation().orElse(null))
            .withLocalRepositoryOverride(places.localRepository().orElse(null))
            // As they are written, so that ours and theirs are mirrored together.
            .keepBareRepositories(true)
            .repositories(List.of())
            .offline(wanted.offline())
            .snapshotUpdatePolicy(
                wanted.update() ? ContextOverrides.SnapshotUpdatePolicy.ALWAYS : null)
            .transferListener(listening.transfers())
            .repositoryListener(listening.artifacts())
            .build();
    try {
      return new SettingsRuntime().create(overrides);
    } catch (IllegalStateException e) {
      throw Unsettled.of(e, places.user());
    }
  }

  private Resolved resolved(Context context) {
    var system = context.repositorySystem();
    var session = context.repositorySystemSession();
    var repositories = system.newResolutionRepositories(session, bare(context));
    var collect = new CollectRequest();
    collect.setRepositories(repositories);
    wanted.coordinates().forEach(each -> collect.addDependency(dependency(context, each)));
    var leftOut = new LinkedHashMap<String, LeftOut>();
    try {
      var results =
          system
              .resolveDependencies(session, new DependencyRequest(collect, filter(leftOut)))
              .getArtifactResults();
      return taken(results, leftOut);
    } catch (DependencyResolutionException e) {
      throw new ProblemException(new NotFound(context, repositories, wanted).problems(e));
    }
  }

  /** Those of the settings, those of the words, and Central last, unless it is defined anew. */
  private List<RemoteRepository> bare(Context context) {
    var all = new ArrayList<>(context.remoteRepositories());
    for (var address : wanted.repositories()) {
      all.add(
          new RemoteRepository.Builder("asked-" + (all.size() + 1), "default", address.toString())
              .build());
    }
    if (all.stream().noneMatch(each -> each.getId().equals(ContextOverrides.CENTRAL.getId()))) {
      all.add(
          new RemoteRepository.Builder(ContextOverrides.CENTRAL)
              .setReleasePolicy(new RepositoryPolicy())
              .build());
    }
    return all;
  }

  private Dependency dependency(Context context, Coordinates coordinates) {
    var exclusions =
        wanted.exclusions().stream()
            .map(name -> name.split(":", -1))
            .map(name -> new Exclusion(name[0], name[1], "*", "*"))
            .toList();
    return new Dependency(artifact(context, coordinates), JavaScopes.COMPILE, false, exclusions);
  }

  static Artifact artifact(Context context, Coordinates coordinates) {
    var known = context.repositorySystemSession().getArtifactTypeRegistry().get(coordinates.type());
    return new DefaultArtifact(
        coordinates.group(),
        coordinates.artifact(),
        // None lets the type say it.
        coordinates.classifier().isEmpty() ? null : coordinates.classifier(),
        known == null ? coordinates.type() : known.getExtension(),
        coordinates.version(),
        known == null ? new DefaultArtifactType(coordinates.type()) : known);
  }

  /** What is needed to run, less what is there: that is not even fetched. */
  private DependencyFilter filter(Map<String, LeftOut> leftOut) {
    var runtime = DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME);
    return (node, parents) -> {
      if (!runtime.accept(node, parents)) {
        return false;
      }
      var artifact = node.getArtifact();
      if (artifact == null || !artifact.getClassifier().isEmpty() || !isJar(artifact)) {
        return true;
      }
      var there = present.version(artifact.getGroupId(), artifact.getArtifactId());
      there.ifPresent(version -> {
        var name = artifact.getGroupId() + ":" + artifact.getArtifactId();
        leftOut.put(name, new LeftOut(name, artifact.getVersion(), version));
      });
      return there.isEmpty();
    };
  }

  private Resolved taken(List<ArtifactResult> results, Map<String, LeftOut> leftOut) {
    var jars = new ArrayList<Path>();
    var notes = new ArrayList<>(listening.notes());
    for (var result : results) {
      var artifact = result.getArtifact();
      if (isJar(artifact)) {
        jars.add(artifact.getFile().toPath());
      } else if (!artifact.getExtension().equals("pom")) {
        notes.add(artifact + " is no jar and not on the class path: " + artifact.getFile());
      }
    }
    return new Resolved(jars.stream().distinct().toList(), List.copyOf(leftOut.values()), notes);
  }

  private static boolean isJar(Artifact artifact) {
    return artifact.getExtension().equals("jar");
  }
}
