package dev.cantilever.drivers.stem.diffraction;

import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * The discs at a place. A slope of the projected potential turns all of them by λσ∇V/2π (Lazić,
 * Bosch and Lazar, Ultramicroscopy 160 (2016) 265, doi:10.1016/j.ultramic.2015.10.011); a
 * displacement gradient F turns a reciprocal vector into (1 + F)^−T g; a reflection's share beats
 * with thickness as sin²(πt/ξ_g), ξ_g = πV/(λ|F_g|) (Hirsch et al., Electron Microscopy of Thin
 * Crystals, 1965, ch. 8). Immutable.
 */
public final class Diffraction {

  /** Scattering length for each unit of Z in the forward direction, m. */
  private static final double LENGTH_PER_NUMBER = 0.03e-9;

  /** Reciprocal length over which it falls to 1/e, 1/m. */
  private static final double FALL = 8e9;

  private record Reflection(double gx, double gy, double strength) {}

  private final ElectronBeam beam;
  private final Scene scene;
  private final List<Reflection> reflections = new ArrayList<>();

  /** Prepares the reflections that fall on a camera; a film has none. */
  public Diffraction(ElectronBeam beam, Scene scene, double halfAngleRadians) {
    this.beam = beam;
    this.scene = scene;
    if (scene instanceof Crystal crystal) {
      double largest = 1.5 * halfAngleRadians / beam.wavelengthMetres();
      int mostH = (int) (largest * crystal.cell().widthMetres());
      int mostK = (int) (largest * crystal.cell().heightMetres());
      for (int k = -mostK; k <= mostK; k++) {
        for (int h = -mostH; h <= mostH; h++) {
          if (h != 0 || k != 0) {
            add(crystal, h, k);
          }
        }
      }
    }
  }

  /** Turning of the whole pattern along x at a place, rad. */
  public double deflectionX(double x, double y) {
    return radiansPerVolt() * scene.potentialSlopeX(x, y);
  }

  /** Turning of the whole pattern along y at a place, rad. */
  public double deflectionY(double x, double y) {
    return radiansPerVolt() * scene.potentialSlopeY(x, y);
  }

  /** All discs at a place, the undiffracted one first; their shares sum to 1. */
  public List<Disc> at(double x, double y) {
    double turnX = deflectionX(x, y);
    double turnY = deflectionY(x, y);
    double total = 1;
    for (Reflection reflection : reflections) {
      total += reflection.strength();
    }
    List<Disc> discs = new ArrayList<>();
    discs.add(new Disc(turnX, turnY, 1 / total));
    if (scene instanceof Crystal crystal) {
      double[] inverse = inverseTransposed(crystal, x, y);
      for (Reflection r : reflections) {
        double gx = inverse[0] * r.gx() + inverse[1] * r.gy();
        double gy = inverse[2] * r.gx() + inverse[3] * r.gy();
        double angleX = turnX + beam.wavelengthMetres() * gx;
        double angleY = turnY + beam.wavelengthMetres() * gy;
        discs.add(new Disc(angleX, angleY, r.strength() / total));
      }
    }
    return discs;
  }

  private double radiansPerVolt() {
    return beam.wavelengthMetres() * beam.interactionRadiansPerVoltMetre() / (2 * Math.PI);
  }

  private void add(Crystal crystal, int h, int k) {
    double along = h / crystal.cell().widthMetres();
    double across = k / crystal.cell().heightMetres();
    double g2 = along * along + across * across;
    double amplitude =
        LENGTH_PER_NUMBER
            * StrictMath.exp(-g2 / (FALL * FALL))
            * Math.sqrt(crystal.cell().structureFactorSquared(h, k));
    double volume =
        crystal.cell().areaSquareMetres() * crystal.thicknessMetres() / crystal.cell().repeats();
    double beats =
        crystal.thicknessMetres() * beam.wavelengthMetres() * amplitude / (Math.PI * volume);
    double sine = StrictMath.sin(Math.PI * beats);
    if (sine * sine > 1e-7) {
      double cos = StrictMath.cos(crystal.rotationRadians());
      double sin = StrictMath.sin(crystal.rotationRadians());
      reflections.add(
          new Reflection(cos * along - sin * across, sin * along + cos * across, sine * sine));
    }
  }

  /** (1 + F)^−T row by row. */
  private static double[] inverseTransposed(Crystal crystal, double x, double y) {
    double a = 1 + crystal.deformation().x().slopeX(x, y);
    double b = crystal.deformation().x().slopeY(x, y);
    double c = crystal.deformation().y().slopeX(x, y);
    double d = 1 + crystal.deformation().y().slopeY(x, y);
    double determinant = a * d - b * c;
    return new double[] {d / determinant, -c / determinant, -b / determinant, a / determinant};
  }
}
