/**
 * Bytes to requests and back, with Javalin over Jetty. Nothing outside of this package names them.
 *
 * <p>Read {@link dev.cantilever.agent.web.server.WebServer} first. Javalin was chosen over the
 * server of the JDK, which the edge for foreign hosts uses, because a header's length and the
 * number of connections are bounded by Jetty for each server and by the JDK for the whole process,
 * and because the page will be served from here, too. Threads: a request waits on a virtual thread
 * of its own; {@link dev.cantilever.agent.web.server.Arrivals} has one thread that looks for
 * requests that do not arrive.
 */
package dev.cantilever.agent.web.server;
