/**
 * What a user got wrong: a position, what is wrong, what to do. All problems of an input are told
 * at once.
 */
@NullMarked
package dev.squall.problem;

import org.jspecify.annotations.NullMarked;
