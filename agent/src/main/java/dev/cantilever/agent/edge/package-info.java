/**
 * What every edge that is reached over HTTP needs: which names of this machine a request may use,
 * and the calls of everybody one after the other. It decides nothing about instruments.
 *
 * <p>Read {@link dev.cantilever.agent.edge.AllowedNames} first. Threads: everything here may be
 * used by many at once.
 */
package dev.cantilever.agent.edge;
