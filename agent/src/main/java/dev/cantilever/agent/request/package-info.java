/**
 * Plans that wait for a person: what a person reads before saying yes, how somebody who may only
 * ask asks, and how what was approved begins. Nothing here says yes.
 *
 * <p>Read {@link dev.cantilever.agent.request.Requests} first, then {@link
 * dev.cantilever.agent.request.RunningTickets}. Threads: a run has a thread of its own; whoever
 * waits for it may go away.
 */
package dev.cantilever.agent.request;
