/**
 * Wiring and configuration.
 *
 * <p>Read {@link dev.cantilever.agent.app.Installation} first: it puts the parts together.
 */
package dev.cantilever.agent.app;
