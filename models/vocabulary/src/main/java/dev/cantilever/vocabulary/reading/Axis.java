package dev.cantilever.vocabulary.reading;

/** A named series of numbers with the symbol of its unit ({@code a.u.} where it has none). */
public record Axis(String name, String unit, Series values) {}
