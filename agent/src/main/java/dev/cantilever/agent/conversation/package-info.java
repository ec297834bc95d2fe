/**
 * A conversation at the desk: sentences in, checked plans or answers out; all of it journalled.
 *
 * <p>Read {@link dev.cantilever.agent.conversation.Conversation} first.
 */
package dev.cantilever.agent.conversation;
