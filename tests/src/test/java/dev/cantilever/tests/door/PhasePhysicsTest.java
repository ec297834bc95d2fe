package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.ising.IsingFactory;
import dev.cantilever.drivers.library.LibraryLoop;
import dev.cantilever.drivers.library.LibrarySettings;
import dev.cantilever.drivers.library.LibraryTwin;
import dev.cantilever.drivers.library.RamanSpectrum;
import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twins of phase transitions, asked as an experiment asks them, against exact solutions. */
class PhasePhysicsTest {

  /** Number of the lattice; J/kT at Tc (1 + 0.360/L); C/(N k) of the exact torus. */
  private static final double[][] GREATEST = {
    {0, 0.4217098502485852, 1.19136975646},
    {1, 0.430989529104911, 1.55202563813},
    {2, 0.43578422102325987, 1.90444454588}
  };

  /** J/kT; E/(N J) of the infinite plane. */
  private static final double[][] ENERGIES = {
    {1, -1.99716020411}, {0.5, -1.74556457531}, {1 / 3.0, -0.817309592502}
  };

  private static final int SITES = 30;

  @TempDir private Path folder;

  /**
   * Kaufman (1949) for the heat capacity of the torus at its greatest, Onsager (1944) for energies
   * away from the transition; both evaluated by mpmath to 40 digits.
   */
  @Test
  void theIsingModelHasTheHeatCapacityAndTheEnergyOfTheExactSolutions() throws IOException {
    double capacity = 0;
    double energy = 0;
    try (Gate gate = ising("greatest", "30000")) {
      for (double[] row : GREATEST) {
        double found = outcome(gate, row[1], (int) row[0], "heat_capacity");
        capacity = Math.max(capacity, Math.abs(found / row[2] - 1));
      }
    }
    try (Gate gate = ising("energies", "3000")) {
      for (double[] row : ENERGIES) {
        double found = outcome(gate, row[0], 2, "energy") / row[0];
        energy = Math.max(energy, Math.abs(found - row[1]));
      }
    }
    Figures.atMost(
        "door-3m",
        "greatest heat capacity of Ising lattices of 8, 16, 32, exact torus",
        100 * capacity,
        "%",
        3,
        "2");
    Figures.atMost(
        "door-3n",
        "energy per spin of the Ising model at kT = 1, 2, 3 J against Onsager",
        energy,
        "J",
        0.005,
        "2");
    assertThat(capacity).isLessThan(0.03);
    assertThat(energy).isLessThan(0.005);
  }

  private Gate ising(String name, String sweeps) throws IOException {
    Map<String, String> options =
        Map.of(
            "title", "simulation",
            "sample", "ferromagnet",
            "seed", "2",
            "fidelities", "eight 8, sixteen 16, thirtytwo 32",
            "coupling", "0.2 to 1.1",
            "equilibration", "1000",
            "measured", sweeps,
            "time_per_spin", "1 ns");
    Envelope envelope =
        new Envelope(
            "ising v1",
            List.of(),
            0,
            List.of(),
            new Budget(new TimeSpan(1e6), new Length(0), 0),
            List.of(new ParameterLimit("coupling", 0, 2, 0)),
            2);
    return new Gate(
        new IsingFactory()
            .open(
                new DriverSetup(
                    new InstrumentId(name), Files.createDirectory(folder.resolve(name)), options)),
        new EnvelopeStatus.Loaded(envelope, "sha256:0"),
        System::nanoTime);
  }

  private static double outcome(Gate gate, double coupling, int lattice, String name) {
    CommandKey key =
        new CommandKey(
            new RunId("run-0001"),
            new CallId("call-" + (1 + Math.round(gate.spent().time().seconds() * 1e9))));
    Evaluate evaluate = new Evaluate(List.of(new Setting("coupling", coupling)), lattice);
    Verdict verdict = gate.execute(key, evaluate);
    assertThat(verdict).isInstanceOf(Verdict.Acted.class);
    Outcome.Completed done = (Outcome.Completed) ((Verdict.Acted) verdict).outcome();
    return ((Reading.Trial) done.reading())
        .outcomes().stream()
            .filter(one -> one.name().equals(name))
            .mapToDouble(Reading.Outcome::value)
            .findFirst()
            .orElseThrow();
  }

  /**
   * Thirty sites, one Raman spectrum and one loop at each. The share of the rhombohedral phase is
   * taken from its strongest line alone, at 140 cm⁻¹, whose area grows with its width by 4 x.
   */
  @Test
  void thePhaseBoundaryOfTheLibraryIsFoundFromThirtyNoisySites() {
    double worst = 0;
    for (long seed = 1; seed <= 3; seed++) {
      worst = Math.max(worst, Math.abs(boundary(seed) - 0.14));
    }
    Figures.atMost(
        "door-3o",
        "phase boundary from 30 sites by Raman and loops, from x = 0.14",
        worst,
        "x",
        0.005,
        "1-3");
    assertThat(worst).isLessThan(0.005);
  }

  private static double boundary(long seed) {
    LibrarySettings settings = LibrarySettings.defaults();
    LibraryTwin twin = LibraryTwin.of(settings, seed, 100 + seed);
    double[] x = new double[SITES];
    double[] line = new double[SITES];
    double[] gain = new double[SITES];
    for (int site = 0; site < SITES; site++) {
      double u = (site + 0.5) / SITES * settings.spread().lengthMetres();
      x[site] = settings.spread().nominal(u);
      line[site] = area(twin.raman(u, 3.2e-3, 60, 1e-3), 140 + 40 * x[site]) / (1 + 4 * x[site]);
      LibraryLoop loop = twin.pfm(u, 3.2e-3);
      gain[site] = loop.amplitudeMetresPerVolt();
    }
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (double candidate = 0.10; candidate < 0.18; candidate += 1e-4) {
      double misfit = misfit(x, line, gain, candidate);
      if (misfit < least) {
        least = misfit;
        best = candidate;
      }
    }
    return best;
  }

  /** Counts of a line over the straight ground between the edges of its window. */
  private static double area(RamanSpectrum spectrum, double perCentimetre) {
    double from = (perCentimetre - 14) * 100;
    double to = (perCentimetre + 14) * 100;
    double[] inside = between(spectrum, from, to);
    double[] left = between(spectrum, from - 400, from);
    double[] right = between(spectrum, to - 200, to + 200);
    double ground = (median(left) + median(right)) / 2;
    return Arrays.stream(inside).map(count -> count - ground).sum();
  }

  private static double[] between(RamanSpectrum spectrum, double from, double to) {
    return IntStream.range(0, spectrum.counts().length)
        .filter(i -> spectrum.shiftPerMetre()[i] >= from && spectrum.shiftPerMetre()[i] < to)
        .mapToDouble(i -> spectrum.counts()[i])
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Of f = 1/(1 + exp((x − x0)/0.012)) for the line and of f with its peak below x0 for d33. */
  private static double misfit(double[] x, double[] line, double[] gain, double candidate) {
    double[] share = new double[SITES];
    double[] response = new double[SITES];
    for (int site = 0; site < SITES; site++) {
      share[site] = 1 / (1 + Math.exp((x[site] - candidate) / 0.012));
      double peak = (x[site] - candidate + 0.005) / 0.012;
      response[site] = share[site] * (1 + 1.2 * Math.exp(-0.5 * peak * peak));
    }
    return scaled(line, share, 0.05) + scaled(gain, response, 0.1);
  }

  /** Squares of what is left under the best scale, as parts of the greatest. */
  private static double scaled(double[] measured, double[] model, double error) {
    double product = 0;
    double square = 0;
    for (int i = 0; i < SITES; i++) {
      product += measured[i] * model[i];
      square += model[i] * model[i];
    }
    double scale = product / square;
    double sum = 0;
    for (int i = 0; i < SITES; i++) {
      double left = (measured[i] - scale * model[i]) / (scale * error);
      sum += left * left;
    }
    return sum;
  }
}
