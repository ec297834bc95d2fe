package dev.cantilever.tools.audit;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Event;
import java.time.Instant;

/**
 * One entry of a journal, understood.
 *
 * @param seq its number
 * @param at when it was written down
 * @param actor who caused it
 */
public record Fact(long seq, Instant at, Actor actor, Event event) {}
