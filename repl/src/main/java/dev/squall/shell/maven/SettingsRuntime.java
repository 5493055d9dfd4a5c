package dev.squall.shell.maven;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.MavenSystemHome;
import eu.maveniverse.maven.mima.context.MavenUserHome;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsBuilder;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Maven's resolver without Maven, which also heeds what is switched off in the settings. */
final class SettingsRuntime extends StandaloneStaticRuntime {
  @Override
  protected Settings newEffectiveSettings(
      ContextOverrides overrides,
      MavenUserHome user,
      @Nullable MavenSystemHome installation,
      SettingsBuilder builder)
      throws SettingsBuildingException {
    var settings = super.newEffectiveSettings(overrides, user, installation, builder);
    settings.getProxies().removeIf(proxy -> !proxy.isActive());
    return settings;
  }

  @Override
  protected DefaultRepositorySystemSession newRepositorySession(
      ContextOverrides overrides,
      MavenUserHome user,
      RepositorySystem system,
      Settings settings,
      SettingsDecrypter decrypter) {
    var session = super.newRepositorySession(overrides, user, system, settings, decrypter);
    session.setOffline(overrides.isOffline().orElse(false) || settings.isOffline());
    return session;
  }
}
