/**
 * Plans: what is proposed before anything runs. Data, printable and hashable; the same whoever
 * proposed them.
 */
package dev.cantilever.vocabulary.plan;
