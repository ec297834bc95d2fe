package dev.cantilever.drivers.stem.diffraction;

import dev.cantilever.drivers.stem.imaging.ColumnSum;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Occupied;
import dev.cantilever.drivers.stem.sample.Region;
import java.util.List;

/**
 * How the atoms under a focused probe turn the pattern: its centre of mass is λσ/2π times the
 * gradient of the projected potential convolved with the probe, exactly so for a thin specimen
 * (Lazić, Bosch and Lazar, Ultramicroscopy 160 (2016) 265, doi:10.1016/j.ultramic.2015.10.011). The
 * potential of one atom integrates to h²/(2πme) · f(0). A snapshot.
 */
public final class AtomicField {

  /**
   * Width of the projected potential of an atom: half of f(0) is lost at 0.42 ± 0.05 Å⁻¹ from
   * carbon to bismuth (Kirkland 2010, appendix C), as by a Gaussian of 45 pm.
   */
  public static final double ATOM_METRES = 45e-12;

  /** h² / (2π m e), V·m²; CODATA 2018. */
  private static final double VOLT_SQUARE_METRES = 4.787765e-19;

  private final ColumnSum potential;
  private final double step;
  private final double radiansPerVolt;

  /**
   * Of the places of a region.
   *
   * @param probe widened by thermal motion and {@link #ATOM_METRES}
   * @param share of the atoms of a column that act together, 0 to 1
   */
  public AtomicField(
      ElectronBeam beam, Probe probe, List<Occupied> places, Region region, double share) {
    potential =
        ColumnSum.of(
            probe,
            places,
            place ->
                share
                    * place.atoms()
                    * VOLT_SQUARE_METRES
                    * place.site().element().forwardScatteringMetres(),
            region);
    step = probe.pixelMetres();
    radiansPerVolt =
        beam.wavelengthMetres() * beam.interactionRadiansPerVoltMetre() / (2 * Math.PI);
  }

  /** Turning along x with the beam at a place, rad. */
  public double deflectionX(double x, double y) {
    return radiansPerVolt * (potential.at(x + step, y) - potential.at(x - step, y)) / (2 * step);
  }

  /** Turning along y with the beam at a place, rad. */
  public double deflectionY(double x, double y) {
    return radiansPerVolt * (potential.at(x, y + step) - potential.at(x, y - step)) / (2 * step);
  }
}
