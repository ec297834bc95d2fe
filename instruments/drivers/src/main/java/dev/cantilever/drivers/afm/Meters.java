package dev.cantilever.drivers.afm;

/**
 * What the instrument shows at the moment, its needles too slow for detector noise.
 *
 * @param amplitudeMetres of the lever
 * @param phaseRadians lag of the lever behind the drive
 * @param zMetres height of the actuator
 */
public record Meters(double amplitudeMetres, double phaseRadians, double zMetres) {}
