package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.random.Draws;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CautiousOutcomesTest {

  private static final IsingModel MODEL = IsingModel.isotropic(20, 0.44, 1);

  @Test
  void leavesValuesAndErrorsOfLongRunsAsTheyAre() {
    assertThat(CautiousOutcomes.of(MODEL, averages(10, 5, 1000)))
        .containsExactly(
            new Reading.Outcome("heat_capacity", 1.5, 0.03),
            new Reading.Outcome("energy", -0.6, 0.02),
            new Reading.Outcome("magnetisation", 0.7, 0.01));
  }

  @Test
  void enlargesTheErrorsOfEachSeriesThatIsTooShort() {
    List<Reading.Outcome> outcomes = CautiousOutcomes.of(MODEL, averages(40, 90, 1000));
    assertThat(outcomes).extracting(Reading.Outcome::value).containsExactly(1.5, -0.6, 0.7);
    assertThat(outcomes)
        .extracting(Reading.Outcome::standardError)
        .containsExactly(0.06, 0.04, 0.03);
  }

  /** Where a run is just long enough, one sweep less changes next to nothing. */
  @Test
  void growsWithoutAJump() {
    double before = CautiousOutcomes.of(MODEL, averages(10, 5, 1000)).getFirst().standardError();
    double after = CautiousOutcomes.of(MODEL, averages(10, 5, 999)).getFirst().standardError();
    assertThat(after).isCloseTo(before, within(2e-5)).isGreaterThan(before);
  }

  /** Nothing moved in 100 sweeps of 64 spins; one flip would have cost 8. */
  @Test
  void neverSaysThatAFrozenRunIsCertain() {
    IsingModel cold = IsingModel.isotropic(8, 1, 0.01);
    EquilibriumAverages frozen = run(cold, Schedule.Moves.METROPOLIS, 100, 1);
    assertThat(frozen.energy().standardError()).isZero();
    List<Reading.Outcome> outcomes = CautiousOutcomes.of(cold, frozen);
    assertThat(outcomes).extracting(Reading.Outcome::value).containsExactly(0.0, -2.0, 1.0);
    assertThat(outcomes.get(0).standardError()).isCloseTo(64 / 1e-4 / 6400, within(1e-9));
    assertThat(outcomes.get(1).standardError()).isCloseTo(8.0 / 6400, within(1e-15));
    assertThat(outcomes.get(2).standardError()).isCloseTo(2.0 / 6400, within(1e-15));
  }

  /** Spins that do not interact have the energy 0 for certain, which is still not said. */
  @Test
  void neverSaysThatUncoupledSpinsAreCertain() {
    IsingModel free = IsingModel.isotropic(8, 0, 1);
    List<Reading.Outcome> outcomes =
        CautiousOutcomes.of(free, run(free, Schedule.Moves.WOLFF, 100, 1));
    assertThat(outcomes.get(0)).isEqualTo(new Reading.Outcome("heat_capacity", 0, 1.0 / 6400));
    assertThat(outcomes.get(1).standardError()).isEqualTo(1.0 / 6400);
    assertThat(outcomes.get(2).standardError()).isGreaterThan(2.0 / 6400);
  }

  /** Single spins near the transition, whose own errors are little more than half the spread. */
  @Test
  void coversTheSpreadOfRunsThatAreTooShort() {
    IsingModel model = IsingModel.isotropic(24, 0.43, 1);
    EquilibriumAverages[] runs =
        IntStream.range(0, 60)
            .mapToObj(seed -> run(model, Schedule.Moves.METROPOLIS, 200, seed))
            .toArray(EquilibriumAverages[]::new);
    assertThat(runs).noneMatch(EquilibriumAverages::resolved);
    for (int i = 0; i < 3; i++) {
      int outcome = i;
      Reading.Outcome[] told =
          Arrays.stream(runs)
              .map(averages -> CautiousOutcomes.of(model, averages).get(outcome))
              .toArray(Reading.Outcome[]::new);
      assertThat(spreadOverError(told)).as(told[0].name()).isBetween(0.3, 1.2);
    }
    Reading.Outcome[] own =
        Arrays.stream(runs)
            .map(r -> new Reading.Outcome("", r.energy().value(), r.energy().standardError()))
            .toArray(Reading.Outcome[]::new);
    assertThat(spreadOverError(own)).isGreaterThan(1.5);
  }

  private static double spreadOverError(Reading.Outcome[] runs) {
    double mean = Arrays.stream(runs).mapToDouble(Reading.Outcome::value).average().orElseThrow();
    double spread = 0;
    double told = 0;
    for (Reading.Outcome run : runs) {
      spread += (run.value() - mean) * (run.value() - mean) / (runs.length - 1);
      told += run.standardError() * run.standardError() / runs.length;
    }
    return Math.sqrt(spread / told);
  }

  private static EquilibriumAverages run(
      IsingModel model, Schedule.Moves moves, int measured, int seed) {
    return IsingSimulation.run(
        model, new Schedule(moves, 300, measured), Draws.of(seed, "cautious"));
  }

  private static EquilibriumAverages averages(double energyTime, double orderTime, int sweeps) {
    return new EquilibriumAverages(
        new Estimate(-0.6, 0.02),
        new Estimate(1.5, 0.03),
        new Estimate(0.7, 0.01),
        new Estimate(9, 0.5),
        energyTime,
        orderTime,
        sweeps,
        100,
        100 * Math.max(energyTime, orderTime) <= sweeps);
  }
}
