/**
 * The routes under {@code /api}: state, runs and their events, tools, plans, logs, stop.
 *
 * <p>Read {@link dev.cantilever.agent.web.api.Api} first, which lists them. Each family is one
 * class of handlers over the same parts that the verbs of the command line use. Threads: a handler
 * may be called by several threads of its lane.
 */
package dev.cantilever.agent.web.api;
