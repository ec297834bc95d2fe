package dev.cantilever.drivers.library;

import dev.cantilever.drivers.library.RamanLine.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of both phases. Positions are typical of polarized work on BiFeO3 (Palai et al., Phys. Rev.
 * B 81 (2010) 064110, doi:10.1103/PhysRevB.81.064110); assignments were revisited by Bielecki et
 * al., Phys. Rev. B 86 (2012) 184422, doi:10.1103/PhysRevB.86.184422. The three lowest R3c lines
 * are of A1 symmetry, strong, and harden with x; every line softens as the laser heats the film.
 */
final class RamanModes {

  private static final double PER_CENTIMETRE = 100;
  private static final double HEATING_PER_KELVIN = -0.02 * PER_CENTIMETRE;
  private static final double BROADENING_PER_X = 4;

  /** Position (cm⁻¹), full width (cm⁻¹), height, shift per unit x (cm⁻¹). */
  private static final double[][] RHOMBOHEDRAL = {
    {140, 8, 1, 40},
    {173, 9, 0.9, 30},
    {220, 12, 0.6, 20},
    {262, 18, 0.2, 0},
    {279, 20, 0.2, 0},
    {350, 25, 0.15, 0},
    {370, 20, 0.15, 0},
    {471, 30, 0.12, 0},
    {525, 30, 0.15, 0},
    {550, 35, 0.12, 0},
    {620, 60, 0.2, 0}
  };

  private static final double[][] ORTHORHOMBIC = {
    {250, 40, 0.35, 0}, {300, 40, 0.5, 0}, {410, 50, 0.3, 0}, {630, 90, 0.45, 0}
  };

  private RamanModes() {}

  /** Lines of a film of composition x with a share of the rhombohedral phase. */
  static List<RamanLine> lines(double x, double rhombohedral, double heatingKelvin) {
    List<RamanLine> lines = new ArrayList<>();
    double heated = HEATING_PER_KELVIN * heatingKelvin;
    for (double[] row : RHOMBOHEDRAL) {
      double at = (row[0] + row[3] * x) * PER_CENTIMETRE + heated;
      double width = row[1] * (1 + BROADENING_PER_X * x) * PER_CENTIMETRE;
      lines.add(new RamanLine(Phase.RHOMBOHEDRAL, at, width, row[2] * rhombohedral));
    }
    for (double[] row : ORTHORHOMBIC) {
      double at = row[0] * PER_CENTIMETRE + heated;
      double width = row[1] * PER_CENTIMETRE;
      lines.add(new RamanLine(Phase.ORTHORHOMBIC, at, width, row[2] * (1 - rhombohedral)));
    }
    return lines;
  }
}
