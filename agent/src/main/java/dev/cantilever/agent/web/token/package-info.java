/**
 * Who may ask over HTTP: tokens of which only the hash is kept, with a role, a scope and an end.
 *
 * <p>Read {@link dev.cantilever.agent.web.token.TokenBook} first. Whatever is not granted is
 * denied. Threads: a book may be asked by many.
 */
package dev.cantilever.agent.web.token;
