package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.field.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class PfmTwinTest {

  private static final PfmSettings SMALL =
      PfmSettings.defaults()
          .with(
              SampleSettings.defaults()
                  .with(new FilmSettings(160, 3e-9, 7e-9, 60e-9, StripeSettings.defaults())));
  private static final ScanArea AREA = ScanArea.square(0, 0, 400e-9);
  private static final Raster RASTER = new Raster(24, 32, 2);
  private static final double OFFSET = SMALL.probe().phaseOffsetRadians();

  @Test
  void givesTheSameBytesUnderTheSameSeeds() {
    assertThat(session(PfmTwin.of(SMALL, 5, 6))).isEqualTo(session(PfmTwin.of(SMALL, 5, 6)));
  }

  private static List<Object> session(PfmTwin twin) {
    PfmScan first = twin.scan(AREA, RASTER, ReadOut.BandExcitation.defaults());
    twin.pulse(50e-9, 20e-9, 4, 0.01);
    PfmLoop loop = twin.loop(-50e-9, 20e-9, 6, 32);
    PfmScan second = twin.scan(AREA, RASTER, ReadOut.ResonanceTracking.defaults());
    return List.of(
        first, loop, second, twin.truth().fields(), twin.truth().pulses(), twin.elapsedSeconds());
  }

  /** Without drift, so that pulses meet the same sites. */
  @Test
  void keepsTheTruthUnderAnotherNoiseSeedAndWithoutNoise() {
    NoiseSettings still = new NoiseSettings(2e-12, 2e-12, 50e-12, 30e-12, 0);
    PfmTwin first = PfmTwin.of(SMALL.with(still), 5, 6);
    PfmTwin second = PfmTwin.of(SMALL.with(still), 5, 7);
    PfmTwin quiet = PfmTwin.of(SMALL.with(NoiseSettings.none()), 5, 6);
    List<Object> readings = session(first);
    assertThat(session(second).get(0)).isNotEqualTo(readings.get(0));
    session(quiet);
    assertThat(second.truth()).isEqualTo(first.truth());
    assertThat(quiet.truth()).isEqualTo(first.truth());
    assertThat(PfmTwin.of(SMALL, 8, 6).truth().fields()).isNotEqualTo(first.truth().fields());
  }

  /** Of 800 numbers 99.73 % lie within three standard errors; 10 outside have p = 1e-4. */
  @Test
  void findsResonanceAndQualityOfTheTruthWithinThreeStandardErrors() {
    PfmTwin twin = PfmTwin.of(still(), 5, 6);
    PlaneGrid grid = new PlaneGrid(160, 3e-9);
    double[] resonance = twin.truth().field("resonance").values();
    double[] quality = twin.truth().field("quality").values();
    int outside = 0;
    for (int i = 0; i < 400; i++) {
      int row = i / 20;
      double x = (i % 20 - 9.5) * 20e-9;
      double y = (row - 9.5) * 20e-9;
      ShoFit fit = twin.bandExcitation(x, y).fit();
      Sho found = fit.oscillator();
      double shift = found.resonanceHertz() - grid.sample(resonance, x, y);
      double change = found.qualityFactor() - grid.sample(quality, x, y);
      outside += Math.abs(shift) > 3 * fit.errors().resonanceHertz() ? 1 : 0;
      outside += Math.abs(change) > 3 * fit.errors().qualityFactor() ? 1 : 0;
    }
    assertThat(outside).isLessThanOrEqualTo(9);
  }

  private static PfmSettings still() {
    return SMALL.with(new NoiseSettings(2e-12, 2e-12, 50e-12, 30e-12, 0));
  }

  /** All three read-outs see the same domains: the sign of the response where it is not small. */
  @Test
  void seesTheDomainsByEveryReadOut() {
    PfmTwin twin = PfmTwin.of(still(), 5, 6);
    for (ReadOut readOut :
        List.of(
            ReadOut.BandExcitation.defaults(),
            ReadOut.ResonanceTracking.defaults(),
            new ReadOut.SingleFrequency(20e3, 0.5))) {
      PfmScan scan = twin.scan(AREA, RASTER, readOut);
      Field vertical = twin.truth().field("vertical");
      int clear = 0;
      for (int i = 0; i < RASTER.lines(); i++) {
        for (int j = 0; j < RASTER.pixels(); j++) {
          double x = AREA.x((j + 0.5) / 32, (i + 0.5) / 24);
          double y = AREA.y((j + 0.5) / 32, (i + 0.5) / 24);
          double truth = new PlaneGrid(160, 3e-9).sample(vertical.values(), x, y);
          double signed =
              scan.field("amplitude").at(i, j)
                  * StrictMath.cos(scan.field("phase").at(i, j) - OFFSET);
          if (Math.abs(truth) > 0.95 && Math.abs(signed) > 6e-12) {
            assertThat(signed * truth).isPositive();
            clear++;
          }
        }
      }
      assertThat(clear).isGreaterThan(150);
    }
  }

  /** A line of either sign over 200 nm leaves its own polarization behind. */
  @Test
  void aLineIsWrittenAlongItsWay() {
    PlaneGrid grid = new PlaneGrid(160, 3e-9);
    for (double volts : new double[] {8, -8}) {
      PfmTwin twin = PfmTwin.of(SMALL.with(NoiseSettings.none()), 5, 6);
      twin.write(new PfmTwin.Stroke(-100e-9, 30e-9, 100e-9, 30e-9), volts, 0.004);
      double[] after = twin.truth().field("polarization").values();
      double sign = Math.signum(grid.sample(after, 0, 30e-9));
      for (double x = -90e-9; x <= 90e-9; x += 10e-9) {
        assertThat(sign * grid.sample(after, x, 30e-9)).as("at %s m", x).isGreaterThan(0.9);
      }
      assertThat(sign).isEqualTo(Math.signum(volts));
    }
  }

  /** Domains grow with the logarithm of the time: slower writes wider. */
  @Test
  void aSlowerLineIsWider() {
    assertThat(written(0.01)).isGreaterThan(1.1 * written(0.001));
  }

  /** Area that changed, in square metres. */
  private static double written(double strokeSeconds) {
    PfmTwin twin = PfmTwin.of(SMALL.with(NoiseSettings.none()), 5, 6);
    double[] before = twin.truth().field("polarization").values();
    twin.write(new PfmTwin.Stroke(-100e-9, 30e-9, 100e-9, 30e-9), 8, strokeSeconds);
    double[] after = twin.truth().field("polarization").values();
    int changed = 0;
    for (int i = 0; i < after.length; i++) {
      changed += after[i] * before[i] < 0 ? 1 : 0;
    }
    return changed * 3e-9 * 3e-9;
  }

  /** d Vac P − k Vs Vac deep in an up domain: 30 · 0.5 − 1 · 0.2 · 0.5 = 14.9 pm. */
  @Test
  void respondsInADomainAsItsSensitivitySays() {
    PfmTwin twin = PfmTwin.of(SMALL.with(NoiseSettings.none()), 5, 6);
    PfmScan scan = twin.scan(AREA, RASTER, ReadOut.BandExcitation.defaults());
    double greatest = 0;
    double least = 0;
    for (int i = 0; i < 24 * 32; i++) {
      double signed =
          scan.field("amplitude").values()[i]
              * StrictMath.cos(scan.field("phase").values()[i] - OFFSET);
      greatest = Math.max(greatest, signed);
      least = Math.min(least, signed);
    }
    assertThat(greatest).isBetween(14.7e-12, 14.9001e-12);
    assertThat(least).isBetween(-15.1001e-12, -14.8e-12);
  }

  /** Half-way points of the branches at a dense set of steps, to a step of 0.25 V and the noise. */
  @Test
  void opensItsLoopsAtTheBiasesOfTheTruth() {
    PfmTwin twin = PfmTwin.of(still(), 5, 6);
    PlaneGrid grid = new PlaneGrid(160, 3e-9);
    for (int site = 0; site < 9; site++) {
      int row = site / 3;
      double x = (site % 3 - 1) * 80e-9;
      double y = (row - 1) * 80e-9;
      double coercive = grid.sample(twin.truth().field("coercive").values(), x, y);
      double imprint = grid.sample(twin.truth().field("imprint").values(), x, y);
      PfmLoop loop = twin.loop(x, y, 8, 128);
      double[] response = loop.response(OFFSET);
      double up = crossing(loop.biasVolts().subList(0, 65), response, 0);
      double down = crossing(loop.biasVolts().subList(64, 128), response, 64);
      assertThat(up).isCloseTo(imprint + coercive, within(0.15));
      assertThat(down).isCloseTo(imprint - coercive, within(0.15));
    }
  }

  /** Bias at which the response passes the middle between its first and its last value. */
  private static double crossing(List<Double> volts, double[] response, int from) {
    int last = from + volts.size() - 1;
    double middle = 0.5 * (response[from + 2] + response[last - 2]);
    for (int i = 1; i < volts.size(); i++) {
      double before = response[from + i - 1] - middle;
      double after = response[from + i] - middle;
      if (before * after <= 0) {
        return volts.get(i - 1) + (volts.get(i) - volts.get(i - 1)) * before / (before - after);
      }
    }
    throw new AssertionError("the branch does not pass its middle");
  }

  @Test
  void answersStrongerAndOnASlopeWithTheBiasOn() {
    PfmTwin twin = PfmTwin.of(SMALL.with(NoiseSettings.none()), 5, 6);
    PfmLoop loop = twin.loop(-80e-9, -80e-9, 8, 64);
    double on = signed(loop.onField().get(32)) - signed(loop.onField().get(0));
    double off = signed(loop.offField().get(32)) - signed(loop.offField().get(0));
    // 1.2 times the switching part, and k Vac over 16 V.
    assertThat(on).isCloseTo(1.2 * off + 1e-12 * 0.5 * 16, within(1e-14));
  }

  private static double signed(ShoFit fit) {
    return fit.oscillator().amplitudeMetres()
        * StrictMath.cos(fit.oscillator().phaseRadians() - OFFSET);
  }

  @Test
  void writesWhatALaterScanFinds() {
    PfmTwin twin = PfmTwin.of(still(), 5, 6);
    double before = twin.truth().field("polarization").at(80, 80);
    twin.pulse(1.5e-9, 1.5e-9, before > 0 ? -8 : 8, 0.01);
    assertThat(twin.truth().field("polarization").at(80, 80) * before).isNegative();
    assertThat(twin.truth().pulses()).hasSize(1);
    ShoFit fit = twin.bandExcitation(1.5e-9, 1.5e-9).fit();
    assertThat(signed(fit) * before).isNegative();
  }

  @Test
  void countsItsTime() {
    PfmTwin twin = PfmTwin.of(SMALL, 5, 6);
    twin.scan(AREA, RASTER, new ReadOut.SingleFrequency(20e3, 1));
    assertThat(twin.elapsedSeconds()).isCloseTo(1.5 + 24 / 2.0, within(1e-12));
    twin.pulse(0, 0, 1, 2);
    assertThat(twin.elapsedSeconds()).isCloseTo(13.5 + 2.35, within(1e-12));
    twin.loop(0, 0, 2, 64);
    assertThat(twin.elapsedSeconds()).isCloseTo(13.5 + 2.35 + 64 * 0.0367, within(1e-12));
  }

  /** 3 nm/min for 40 minutes: a feature is found 120 nm further on. */
  @Test
  void driftsByTheVelocityOfTheTruth() {
    NoiseSettings drifting = new NoiseSettings(0, 0, 0, 0, 3e-9 / 60);
    PfmTwin twin = PfmTwin.of(SMALL.with(drifting), 5, 6);
    ReadOut readOut = new ReadOut.SingleFrequency(20e3, 1);
    ScanArea small = ScanArea.square(0, 0, 100e-9);
    Field early = twin.scan(small, new Raster(2, 2, 20), readOut).field("topography");
    for (int i = 0; i < 24; i++) {
      twin.pulse(0, 0, 0, 99.65);
    }
    double seconds = twin.elapsedSeconds();
    PfmTruth truth = twin.truth();
    ScanArea moved =
        ScanArea.square(
            truth.driftXMetresPerSecond() * seconds,
            truth.driftYMetresPerSecond() * seconds,
            100e-9);
    Field late = twin.scan(moved, new Raster(2, 2, 20), readOut).field("topography");
    for (int i = 0; i < 4; i++) {
      assertThat(late.values()[i]).isCloseTo(early.values()[i], within(1e-15));
    }
  }

  @Test
  void refusesWhatLiesBeyondTheFilm() {
    PfmTwin twin = PfmTwin.of(SMALL, 5, 6);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                twin.scan(
                    ScanArea.square(100e-9, 0, 400e-9), RASTER, ReadOut.BandExcitation.defaults()))
        .withMessageContaining("x in metres");
    assertThatIllegalArgumentException().isThrownBy(() -> twin.pulse(0, 250e-9, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.pulse(0, 0, Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.loop(0, 0, 11, 64));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.loop(0, 0, 5, 8));
    assertThat(twin.elapsedSeconds()).isZero();
    assertThat(twin.truth().pulses()).isEmpty();
  }
}
