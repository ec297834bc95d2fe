/**
 * Why something was refused, for two readers: a sentence for a person, fields for a program.
 *
 * <p>Nothing here carries exception texts, paths or keys.
 */
package dev.cantilever.vocabulary.problem;
