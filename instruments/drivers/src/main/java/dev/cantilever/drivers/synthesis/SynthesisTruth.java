package dev.cantilever.drivers.synthesis;

/**
 * State of furnace and film without the errors of the meters; for tests and scores only.
 *
 * @param crystallinity mean over the deposited thickness, in [0, 1]; 0 with no film
 */
public record SynthesisTruth(
    double temperatureKelvin,
    double setpointKelvin,
    double pressurePascal,
    double thicknessMetres,
    double crystallinity) {}
