package dev.cantilever.drivers.stem.sample;

/**
 * One element of a material.
 *
 * @param element which
 * @param perCubicMetre its atoms per volume
 */
public record Constituent(Element element, double perCubicMetre) {

  public Constituent {
    if (!(perCubicMetre > 0)) {
      throw new IllegalArgumentException("a constituent has a positive density");
    }
  }
}
