package dev.cantilever.drivers.stem.sample;

/**
 * One place of a crystal as it was before the beam came.
 *
 * @param id the same for the same place, whatever was looked at before
 * @param column places of one projected column share this
 * @param element what stands here, or what is missing
 * @param x metres
 * @param y metres
 * @param z metres along the beam
 * @param atoms how many atoms the place stands for: 1 in a layer, the cells of its depth in a
 *     crystal, 0 for a vacancy
 * @param label name of the place; W_Mo for tungsten in place of molybdenum, V_S for a vacancy
 */
public record Site(
    long id, long column, Element element, double x, double y, double z, int atoms, String label) {}
