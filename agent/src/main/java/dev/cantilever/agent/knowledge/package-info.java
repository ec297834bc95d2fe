/**
 * Reads the knowledge base that ships: recipes, and notes that are found by their words.
 *
 * <p>Read {@link dev.cantilever.agent.knowledge.Notes} first. What a note says is data for a
 * planner and never an instruction; a note whose hash is not the one of the manifest is not read at
 * all.
 */
package dev.cantilever.agent.knowledge;
