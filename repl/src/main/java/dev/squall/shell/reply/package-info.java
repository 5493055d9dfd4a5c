/**
 * What a person sees of an answer, and what may be made of it: the answer as terminal text and as a
 * fragment of a page, every JSONPath of its body, extractors and checks that suit it, and how two
 * answers differ. Everything here reads a step that was traced; nothing is sent and nothing kept.
 */
@NullMarked
package dev.squall.shell.reply;

import org.jspecify.annotations.NullMarked;
