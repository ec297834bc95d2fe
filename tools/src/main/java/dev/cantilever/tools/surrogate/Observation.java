package dev.cantilever.tools.surrogate;

import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** What was seen at one input. */
public record Observation(
    @Doc("Coordinates, each scaled to [0, 1] by the bounds of the search space.") Series x,
    @Doc("The scalar that was observed there.") @Bounds(min = -1e300, max = 1e300) double y,
    @Doc("Standard error of that; a noise is inferred unless every observation has one above 0.")
        @Bounds(min = 0, max = 1e300)
        @Default("0")
        double error) {}
