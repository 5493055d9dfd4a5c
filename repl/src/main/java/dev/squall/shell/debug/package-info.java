/**
 * The step debugger: an iteration of a scenario performed a request at a time, forwards and
 * backwards, and what a person sees of it. The scenario is the one that runs as load.
 */
@NullMarked
package dev.squall.shell.debug;

import org.jspecify.annotations.NullMarked;
