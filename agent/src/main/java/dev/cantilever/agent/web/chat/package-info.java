/**
 * The chat of the page: sentences in, what came of them out, while it is made.
 *
 * <p>Read {@link dev.cantilever.agent.web.chat.Talks} first. A talk belongs to who asks and is
 * forgotten when others are more recent; the journal of the desk has all of it. Threads: few, of
 * its own, so that a slow model holds up nobody's calls.
 */
package dev.cantilever.agent.web.chat;
