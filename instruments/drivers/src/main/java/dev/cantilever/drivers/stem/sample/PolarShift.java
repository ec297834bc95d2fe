package dev.cantilever.drivers.stem.sample;

/**
 * Ferroelectric displacement of one cation along ⟨111⟩ of a pseudocubic cell: its projection is
 * diagonal, and across a 109° wall on (100) its y component turns over.
 *
 * @param element which cation moves
 * @param sizeMetres length of the displacement in space
 * @param domains which way it points
 */
public record PolarShift(Element element, double sizeMetres, Stripes domains) {

  /** No cation moves. */
  public static final PolarShift NONE = new PolarShift(Element.FE, 0, new Stripes(1, 0.01));

  private static final double PROJECTION = 1 / Math.sqrt(3);

  double alongX() {
    return sizeMetres * PROJECTION;
  }

  double alongY(double x) {
    return sizeMetres * PROJECTION * domains.sign(x);
  }
}
