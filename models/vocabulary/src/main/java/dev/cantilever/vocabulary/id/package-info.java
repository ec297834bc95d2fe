/**
 * Typed names of runs, calls and instruments: never a bare {@code String}.
 *
 * <p>Each id validates its form when made, so an id that exists is safe to print and to use as a
 * file name. All are immutable.
 */
package dev.cantilever.vocabulary.id;
