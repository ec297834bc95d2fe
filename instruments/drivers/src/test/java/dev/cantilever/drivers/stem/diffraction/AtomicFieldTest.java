package dev.cantilever.drivers.stem.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.Coefficient;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Lens;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.optics.Smear;
import dev.cantilever.drivers.stem.sample.Element;
import dev.cantilever.drivers.stem.sample.Occupied;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Site;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomicFieldTest {

  /**
   * By parts, ∫ x · turning dA = −λσ/2π · h²/(2πme) · f(0) for one atom under any probe: at 60 kV
   * 4.866060e-12 · 11.356905e6 / 2π · 4.787765e-19 · f(0) by numpy with the constants of CODATA.
   */
  @ParameterizedTest
  @CsvSource({"MO, 10.289e-10, 0", "S, 5.172e-10, 0", "MO, 10.289e-10, 4e-9"})
  void anAtomTurnsThePatternByItsWholePotential(Element element, double forward, double focus) {
    ElectronBeam beam = new ElectronBeam(60e3);
    Aberrations blur = Aberrations.none().with(Coefficient.C1, focus, 0);
    Smear smear = Smear.thermal(AtomicField.ATOM_METRES);
    Probe probe = Probe.form(beam, Lens.ideal(0.030), blur, smear);
    Site site = new Site(1, 1, element, 0, 0, 0, 1, "one");
    double half = probe.supportMetres() + 4 * probe.pixelMetres();
    AtomicField field =
        new AtomicField(
            beam, probe, List.of(new Occupied(site, 1)), Region.around(0, 0, 2 * half), 1);
    double step = probe.pixelMetres();
    double sum = 0;
    int count = (int) (half / step);
    for (int row = -count; row <= count; row++) {
      for (int column = -count; column <= count; column++) {
        double x = column * step;
        double y = row * step;
        sum += (x * field.deflectionX(x, y) + y * field.deflectionY(x, y)) / 2 * step * step;
      }
    }
    double expected = -4.866060e-12 * 11.356905e6 / (2 * Math.PI) * 4.787765e-19 * forward;
    assertThat(sum).isCloseTo(expected, within(-0.01 * expected));
    // towards the atom, from either side
    assertThat(field.deflectionX(60e-12, 0)).isNegative();
    assertThat(field.deflectionX(-60e-12, 0)).isPositive();
  }
}
