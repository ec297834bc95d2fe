package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;

/** The value of one parameter of a condition, in the unit that the instrument declares for it. */
public record Setting(
    @Doc("Name of the parameter, as the instrument declares it.") @Text(maxLength = 60)
        String parameter,
    @Doc("Its value, in the parameter's unit.") @Bounds(min = -1e12, max = 1e12) double value) {}
