package dev.cantilever.drivers.stem.sample;

import java.util.List;

/** An untouched specimen, endless in the plane: a pure function of its seed. */
public sealed interface Scene permits Crystal, ParticleFilm {

  String name();

  /** Fraction of the beam that reaches the annular dark field detector, averaged over the plane. */
  double meanFraction();

  /** Fields above this are refused: the scene has no picture of them. */
  double largestFieldMetres();

  /** Side of the cells in which dose is counted, metres. */
  double doseCellMetres();

  /** What the beam passes at a point. */
  List<Layer> layersAt(double x, double y);

  /** Slope along x of the projected potential, V: volt·metre per metre. */
  double potentialSlopeX(double x, double y);

  /** Slope along y of the projected potential, V. */
  double potentialSlopeY(double x, double y);
}
