/**
 * The edge for programs and pages that speak HTTP. It translates and authenticates and decides
 * nothing: calls go to the same desk and runs to the same runner as everybody's.
 *
 * <p>Read {@link dev.cantilever.agent.web.Route} first: one definition from which follow where a
 * request goes, who may send it, what is written in the OpenAPI document, and the test of every
 * role at every route. {@link dev.cantilever.agent.web.Doorkeeper} judges who asks; the package
 * {@code server} carries bytes with Javalin, which nothing outside of it names; {@code api} has the
 * routes themselves, {@code watch} the streams of events, {@code token} the tokens.
 *
 * <p>What comes in is bounded before it is read and read strictly before it is used; a part of a
 * path becomes a typed name before anything looks for it. Threads: requests wait on virtual
 * threads, work is done in lanes of few platform threads, and the lane of stop is shared with
 * nobody.
 */
package dev.cantilever.agent.web;
