/**
 * Jars of Maven repositories for a session: coordinates to files, by Maven's own resolver and with
 * the settings of the user and of the installation. Nothing of it is loaded before it is asked for.
 */
@NullMarked
package dev.squall.shell.maven;

import org.jspecify.annotations.NullMarked;
