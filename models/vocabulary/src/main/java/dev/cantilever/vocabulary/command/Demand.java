package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Quantity;

/** One number that a command wants of a channel. */
public record Demand(Channel channel, Quantity value) {}
