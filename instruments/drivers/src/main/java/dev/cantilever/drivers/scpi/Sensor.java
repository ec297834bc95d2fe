package dev.cantilever.drivers.scpi;

/** A number that is read when a command is done. */
record Sensor(String name, String unit, Query query) {}
