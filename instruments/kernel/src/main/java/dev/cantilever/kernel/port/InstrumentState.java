package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;

/** What an instrument says of itself now. */
public record InstrumentState(
    @Doc("Where the probe stands, as read back.") SurfacePoint position,
    @Doc("Instrument time since it was set up.") @Bounds(min = 0, max = 1e12) TimeSpan elapsed,
    @Doc("Loops written into this sample so far.") @Bounds(min = 0, max = 9e15) long loops,
    @Doc("How far this readback can be trusted.") Quality quality) {}
