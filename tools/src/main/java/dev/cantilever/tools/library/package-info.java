/**
 * Combinatorial libraries: samples whose composition varies from place to place.
 *
 * <p>Read {@link dev.cantilever.tools.library.CompositionMap} first. What a sample is made of where
 * is stated by the operator, in a table that lies beside the envelope of the instrument; no tool
 * changes it and no twin is asked. The map is a regression of that table and answers only between
 * its places. Whatever moves goes through {@code stage.move_to}.
 */
package dev.cantilever.tools.library;
