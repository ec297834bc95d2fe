/** Reads the knowledge base that ships: recipes. */
package dev.cantilever.agent.knowledge;
