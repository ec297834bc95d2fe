/**
 * Everything that can ever stand in a journal.
 *
 * <p>Read {@link dev.cantilever.vocabulary.event.Event} first. State is a fold over these events;
 * nothing that decides a number (wall time, machine, duration of a computation) is in them but what
 * was measured. All types are immutable.
 */
package dev.cantilever.vocabulary.event;
