package dev.cantilever.drivers.stem.sample;

/**
 * One place of a unit cell.
 *
 * @param label its name, such as "S top"
 * @param element what stands there
 * @param x fraction of the cell along x
 * @param y fraction of the cell along y
 * @param zMetres height along the beam
 * @param column which column of the cell it belongs to
 */
record BasisAtom(String label, Element element, double x, double y, double zMetres, int column) {}
