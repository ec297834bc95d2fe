/**
 * Streams of events for whoever watches a run. The journal is the truth: a stream begins from it,
 * is taken up again from it, and shows every entry once and in order, whichever process wrote it.
 *
 * <p>Read {@link dev.cantilever.agent.web.watch.Feed} first. Nobody who watches slows down what he
 * watches: entries are read from the file, a chunk is made once for all, and who does not take it
 * in time is dropped and may come again. Threads: one for each run that is watched, of the lowest
 * priority, which reads, encodes and begins to send to each watcher without waiting for any; what a
 * watcher could not take at once, Jetty sends on. Measured with a thread for each watcher, a
 * thousand of them took more than a third of a core and delayed the control loop several times
 * over; by one thread for all and at a priority of its own they do not.
 */
package dev.cantilever.agent.web.watch;
