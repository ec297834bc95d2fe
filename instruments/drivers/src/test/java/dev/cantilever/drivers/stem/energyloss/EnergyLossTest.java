package dev.cantilever.drivers.stem.energyloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Lens;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.optics.Smear;
import dev.cantilever.drivers.stem.sample.Compound;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Disorder;
import dev.cantilever.drivers.stem.sample.Particle;
import dev.cantilever.drivers.stem.sample.ParticleFilm;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.drivers.stem.sample.Specimen;
import dev.cantilever.drivers.stem.sample.SpecimenResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyLossTest {

  private static final PlasmonShape ALUMINIUM = new PlasmonShape(15.0, 0.6);
  private static final EnergyAxis LOW_LOSS = new EnergyAxis(-10, 0.1, 1200);

  /** Published values for β = 30 mrad and Z = 13: 54, 106 and 125 nm. */
  @ParameterizedTest
  @CsvSource({"60e3, 53.81138", "200e3, 106.23396", "300e3, 124.65216"})
  void meanFreePathsAreThoseOfTheFormula(double volts, double nanometres) {
    double path = MeanFreePath.metres(new ElectronBeam(volts), 0.030, 13);
    assertThat(path * 1e9).isCloseTo(nanometres, within(1e-4));
  }

  /** scipy.integrate.quad of S(E). */
  @ParameterizedTest
  @CsvSource({
    "15, 0.6, 7.5, 0.00429661",
    "15, 0.6, 16.5, 0.93955126",
    "15, 0.6, 60, 0.99914045",
    "25, 15, 12.5, 0.07032672",
    "25, 15, 27.5, 0.61587936",
    "25, 15, 100, 0.98511684",
    "2.4, 0.5, 2.64, 0.75122356"
  })
  void plasmonsAreIntegratedExactly(double ep, double width, double energy, double below) {
    assertThat(new PlasmonShape(ep, width).cumulative(energy)).isCloseTo(below, within(2e-8));
  }

  @Test
  void allShapesRunFromZeroToOne() {
    for (LossShape shape :
        List.of(ALUMINIUM, new ModeShape(0.4, 0.1), CoreEdge.TITANIUM_L.shape())) {
      assertThat(shape.cumulative(0)).isCloseTo(0, within(1e-12));
      assertThat(shape.cumulative(1e9)).isCloseTo(1, within(1e-8));
      double before = 0;
      for (double energy = 0; energy < 1000; energy += 0.31) {
        double now = shape.cumulative(energy);
        assertThat(now).isGreaterThanOrEqualTo(before);
        before = now;
      }
    }
  }

  /** Σ_n P e^−τ τⁿ/n! S*ⁿ by repeated numpy.convolve, blurred by the exact Gaussian. */
  @ParameterizedTest
  @CsvSource({
    "0, 88795.729",
    "0.3, 29440.882",
    "5, 110.25855",
    "16.7, 6895.5733",
    "20, 1523.3189",
    "33.4, 1551.9696",
    "50.1, 349.18651"
  })
  void spectraAgreeWithConvolvingOrderByOrder(double energy, double counts) {
    double[] spectrum =
        new PluralScattering(LOW_LOSS, new ZeroLoss(0.4, 0, 2.5))
            .expected(List.of(new Loss(new PlasmonShape(16.7, 3.5), 0.8)), 1e6, 0);
    int channel = (int) Math.rint((energy + 10) / 0.1);
    assertThat(spectrum[channel]).isCloseTo(counts, within(2e-3 * counts));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 1, 2.5})
  void totalOverZeroLossTellsTheThickness(double thickness) {
    double[] spectrum = aluminium(thickness, ZeroLoss.typical());
    double total = Arrays.stream(spectrum).sum();
    double zeroLoss = sum(spectrum, -5, 5);
    assertThat(StrictMath.log(total / zeroLoss)).isCloseTo(thickness, within(0.01 * thickness));
  }

  @Test
  void everyElectronIsSomewhereOnALongAxis() {
    for (double thickness : new double[] {0, 0.5, 1.5}) {
      double total = Arrays.stream(aluminium(thickness, ZeroLoss.typical())).sum();
      assertThat(total).isCloseTo(1e8, within(0.006 * 1e8));
    }
  }

  @Test
  void theAxisDriftsWithoutLosingAnything() {
    PluralScattering scattering = new PluralScattering(LOW_LOSS, ZeroLoss.typical());
    List<Loss> losses = List.of(new Loss(ALUMINIUM, 0.5));
    double[] still = scattering.expected(losses, 1e8, 0);
    double[] moved = scattering.expected(losses, 1e8, 0.137);
    assertThat(centre(moved) - centre(still)).isCloseTo(0.137, within(1e-3));
    assertThat(Arrays.stream(moved).sum()).isCloseTo(Arrays.stream(still).sum(), within(2e4));
  }

  @Test
  void zeroLossIsAsWideAsBeamAndCameraTogether() {
    double[] spectrum = aluminium(0, new ZeroLoss(0.4, 0, 2.5));
    double square = 0;
    for (int c = 0; c < spectrum.length; c++) {
      square += spectrum[c] / 1e8 * LOW_LOSS.energy(c) * LOW_LOSS.energy(c);
    }
    // 0.4 eV and 2.5 channels of 0.1 eV in squares, and the channel's own width
    double expected = (0.16 + 0.0625) / (2.354820045 * 2.354820045) + 0.01 / 16;
    assertThat(square).isCloseTo(expected, within(2e-4));
  }

  @Test
  void theCameraCountsElectronsAndAddsItsOwnNoise() {
    double[] expected = new double[20_000];
    Arrays.fill(expected, 0, 10_000, 50);
    double[] counts =
        new Spectrometer(ZeroLoss.typical(), 0.03, 2, 0).read(expected, Variates.of(1, "s"));
    assertThat(variance(counts, 0, 10_000)).isCloseTo(54, within(3.0));
    assertThat(variance(counts, 10_000, 20_000)).isCloseTo(4.08, within(0.2));
    assertThat(Arrays.stream(counts).allMatch(count -> count == Math.rint(count))).isTrue();
  }

  @Test
  void theEnergyAxisWandersAsTheRootOfTime() {
    double square = 0;
    for (int seed = 0; seed < 2000; seed++) {
      EnergyDrift drift = new EnergyDrift(Variates.of(seed, "energy drift"), 0.1);
      for (int i = 0; i < 4; i++) {
        drift.advance(60);
      }
      square += drift.electronVolts() * drift.electronVolts() / 2000;
    }
    assertThat(Math.sqrt(square)).isCloseTo(0.2, within(0.01));
  }

  @Test
  void coreLossesFollowTheAtomsAndLeaveTheThicknessAsItIs() {
    Crystal crystal = new Crystal(Compound.strontiumTitanate(), Disorder.none(), 1);
    Specimen specimen = new Specimen(crystal, SpecimenResponse.none(), Variates.of(1, "damage"));
    ElectronBeam beam = new ElectronBeam(200e3);
    Probe probe = Probe.form(beam, Lens.typical(), Aberrations.none(), Smear.NONE);
    LossesAt losses = new LossesAt(specimen, beam, 0.03, probe, Region.around(0, 0, 1e-9));
    double half = 0.3905e-9 / 2;
    double onTitanium = mean(losses.at(half, half), CoreEdge.TITANIUM_L);
    double onStrontium = mean(losses.at(0, 0), CoreEdge.TITANIUM_L);
    assertThat(onTitanium).isGreaterThan(4 * onStrontium);
    double all = losses.at(half, half).stream().mapToDouble(Loss::mean).sum();
    assertThat(all)
        .isCloseTo(new InelasticThickness(crystal, beam, 0.03).at(half, half), within(1e-12));
    assertThat(all).isBetween(0.15, 0.35);
  }

  @Test
  void modesOfACubeReachIntoTheVacuumAroundIt() {
    ParticleFilm film = (ParticleFilm) Scenes.dopedOxideCubes(1);
    Particle cube = film.particlesIn(Region.around(0, 0, 300e-9)).get(0);
    double out = cube.radiusMetres() + 3e-9;
    double x = cube.x() + out * StrictMath.cos(cube.angleRadians());
    double y = cube.y() + out * StrictMath.sin(cube.angleRadians());
    assertThat(cube.thicknessMetres(x, y)).isZero();
    Specimen specimen = new Specimen(film, SpecimenResponse.none(), Variates.of(1, "damage"));
    ElectronBeam beam = new ElectronBeam(60e3);
    Probe probe = Probe.form(beam, Lens.typical(), Aberrations.none(), Smear.NONE);
    List<Loss> losses =
        new LossesAt(specimen, beam, 0.03, probe, Region.around(x, y, 1e-9)).at(x, y);
    double edge =
        losses.stream()
            .filter(loss -> loss.shape().equals(new ModeShape(0.55, 0.1)))
            .mapToDouble(Loss::mean)
            .max()
            .orElseThrow();
    assertThat(edge).isCloseTo(0.06 * StrictMath.exp(-3 / 8.0), within(1e-9));
  }

  @Test
  void impossibleAxesAndShapesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EnergyAxis(0, 2, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> new EnergyAxis(0, 0.1, 100_000));
    assertThatIllegalArgumentException().isThrownBy(() -> new PlasmonShape(5, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new Loss(ALUMINIUM, -1));
  }

  private static double[] aluminium(double thickness, ZeroLoss zeroLoss) {
    return new PluralScattering(LOW_LOSS, zeroLoss)
        .expected(List.of(new Loss(ALUMINIUM, thickness)), 1e8, 0);
  }

  private static double sum(double[] spectrum, double from, double to) {
    double sum = 0;
    for (int c = 0; c < spectrum.length; c++) {
      sum += LOW_LOSS.energy(c) >= from && LOW_LOSS.energy(c) < to ? spectrum[c] : 0;
    }
    return sum;
  }

  private static double centre(double[] spectrum) {
    double sum = 0;
    double energy = 0;
    for (int c = 0; c < spectrum.length; c++) {
      if (Math.abs(LOW_LOSS.energy(c)) < 3) {
        sum += spectrum[c];
        energy += spectrum[c] * LOW_LOSS.energy(c);
      }
    }
    return energy / sum;
  }

  private static double mean(List<Loss> losses, CoreEdge edge) {
    return losses.stream()
        .filter(loss -> loss.shape().equals(edge.shape()))
        .mapToDouble(Loss::mean)
        .sum();
  }

  private static double variance(double[] values, int from, int to) {
    double mean = Arrays.stream(values, from, to).average().orElseThrow();
    return Arrays.stream(values, from, to)
        .map(v -> (v - mean) * (v - mean))
        .average()
        .orElseThrow();
  }
}
