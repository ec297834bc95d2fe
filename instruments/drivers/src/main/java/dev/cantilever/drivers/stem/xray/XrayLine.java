package dev.cantilever.drivers.stem.xray;

/**
 * One characteristic line.
 *
 * @param electronVolts its energy
 * @param share of the X-rays of its family, 0 to 1
 */
public record XrayLine(double electronVolts, double share) {}
