/**
 * What our own words mean, without a network: the doc comments of the public types that a person at
 * the prompt meets, read from the sources when Squall is built and carried along as a resource; and
 * the topics that are no words. Both are Markdown, and text, HTML or Markdown to whoever shows
 * them.
 */
@NullMarked
package dev.squall.shell.docs;

import org.jspecify.annotations.NullMarked;
