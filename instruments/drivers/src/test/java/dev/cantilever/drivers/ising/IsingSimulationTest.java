package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.drivers.random.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IsingSimulationTest {

  private static final IsingModel MODEL = IsingModel.isotropic(12, 0.43, 1);

  @ParameterizedTest
  @EnumSource
  void givesTheSameBitsForTheSameSeed(Schedule.Moves moves) {
    Schedule schedule = new Schedule(moves, 100, 500);
    EquilibriumAverages once = IsingSimulation.run(MODEL, schedule, Draws.of(5, "spins"));
    assertThat(IsingSimulation.run(MODEL, schedule, Draws.of(5, "spins"))).isEqualTo(once);
    assertThat(IsingSimulation.run(MODEL, schedule, Draws.of(6, "spins"))).isNotEqualTo(once);
    assertThat(IsingSimulation.run(MODEL, schedule, Draws.of(5, "other"))).isNotEqualTo(once);
  }

  /** A change here changes what recorded runs replay to. */
  @Test
  void givesTheSameBitsEverywhere() {
    assertThat(heatCapacity(Schedule.Moves.METROPOLIS))
        .isEqualTo(new Estimate(1.4837164704335015, 0.13752205756906483));
    assertThat(heatCapacity(Schedule.Moves.WOLFF))
        .isEqualTo(new Estimate(1.505059887111859, 0.09771018315834001));
  }

  private static Estimate heatCapacity(Schedule.Moves moves) {
    Schedule schedule = new Schedule(moves, 100, 500);
    return IsingSimulation.run(MODEL, schedule, Draws.of(5, "spins")).heatCapacity();
  }

  /** Near the transition, where states are remembered longest. */
  @ParameterizedTest
  @EnumSource
  void reportsTheErrorsThatRepetitionShows(Schedule.Moves moves) {
    IsingModel model = IsingModel.isotropic(16, 1 / 2.32, 1);
    Schedule schedule = new Schedule(moves, 200, 1500);
    EquilibriumAverages[] runs =
        IntStream.range(0, 40)
            .mapToObj(seed -> IsingSimulation.run(model, schedule, Draws.of(seed, "honest")))
            .toArray(EquilibriumAverages[]::new);
    honest(Arrays.stream(runs).map(EquilibriumAverages::heatCapacity).toArray(Estimate[]::new));
    honest(Arrays.stream(runs).map(EquilibriumAverages::energy).toArray(Estimate[]::new));
    honest(Arrays.stream(runs).map(EquilibriumAverages::magnetisation).toArray(Estimate[]::new));
    honest(Arrays.stream(runs).map(EquilibriumAverages::susceptibility).toArray(Estimate[]::new));
  }

  private static void honest(Estimate[] runs) {
    double mean = Arrays.stream(runs).mapToDouble(Estimate::value).average().orElseThrow();
    double spread = 0;
    double reported = 0;
    for (Estimate run : runs) {
      spread += (run.value() - mean) * (run.value() - mean) / (runs.length - 1);
      reported += run.standardError() * run.standardError() / runs.length;
    }
    assertThat(Math.sqrt(spread / reported)).isBetween(1 / 1.5, 1.5);
  }

  /** Clusters forget within a few sweeps what single spins carry on for dozens. */
  @Test
  void forgetsFasterByClustersNearTheTransition() {
    IsingModel model = IsingModel.isotropic(24, 0.44, 1);
    assertThat(magnetisationTime(model, Schedule.Moves.WOLFF)).isBetween(1.0, 4.0);
    assertThat(magnetisationTime(model, Schedule.Moves.METROPOLIS)).isGreaterThan(15);
  }

  private static double magnetisationTime(IsingModel model, Schedule.Moves moves) {
    return IsingSimulation.run(model, new Schedule(moves, 500, 4000), Draws.of(1, "time"))
        .magnetisationTime();
  }

  @Test
  void saysWhenARunIsTooShortForItsErrors() {
    IsingModel model = IsingModel.isotropic(24, 0.44, 1);
    Schedule schedule = new Schedule(Schedule.Moves.METROPOLIS, 200, 300);
    assertThat(IsingSimulation.run(model, schedule, Draws.of(1, "short")).resolved()).isFalse();
  }

  @Test
  void refusesClustersWhereTheyWouldBeWrong() {
    Schedule schedule = new Schedule(Schedule.Moves.WOLFF, 1, 100);
    for (IsingModel model :
        new IsingModel[] {
          new IsingModel(4, -1, 1, 0, 1),
          new IsingModel(4, 1, -1, 0, 1),
          new IsingModel(4, 1, 1, 0.1, 1)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IsingSimulation.run(model, schedule, Draws.of(1, "wrong")))
          .withMessageContaining("choose Metropolis moves");
    }
  }

  @Test
  void refusesModelsAndSchedulesOutsideTheirRanges() {
    double[][] wrong = {
      {1, 1, 1, 0, 1},
      {1025, 1, 1, 0, 1},
      {4, Double.NaN, 1, 0, 1},
      {4, 1, 1001, 0, 1},
      {4, 1, 1, Double.NEGATIVE_INFINITY, 1},
      {4, 1, 1, 0, 0},
      {4, 1, 1, 0, Double.NaN}
    };
    for (double[] model : wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new IsingModel((int) model[0], model[1], model[2], model[3], model[4]))
          .withMessageMatching(".* is outside \\[.*\\]; choose .*|.* outside \\[2, 1024\\]; .*");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(Schedule.Moves.WOLFF, 0, 100))
        .withMessageContaining("equilibration of 0 sweeps is outside [1, 1000000]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(Schedule.Moves.WOLFF, 1, 99))
        .withMessageContaining("measurement of 99 sweeps is outside [100, 1000000]");
  }

  @Test
  void freezesWithoutAnErrorWhereNothingMoves() {
    IsingModel cold = IsingModel.isotropic(8, 1, 0.01);
    EquilibriumAverages averages =
        IsingSimulation.run(
            cold, new Schedule(Schedule.Moves.METROPOLIS, 10, 100), Draws.of(1, "cold"));
    assertThat(averages.energy()).isEqualTo(new Estimate(-2, 0));
    assertThat(averages.heatCapacity()).isEqualTo(new Estimate(0, 0));
    assertThat(averages.magnetisation()).isEqualTo(new Estimate(1, 0));
  }
}
