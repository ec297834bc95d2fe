package dev.cantilever.drivers.ising;

import static dev.cantilever.drivers.ising.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.random.Draws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against averages over all states. */
class SmallLatticesTest {

  @ParameterizedTest
  @CsvSource({
    "2, 1, 1, 2.3",
    "2, 0.4, 1.3, 2.0",
    "2, 0.02, 0.01, 1",
    "3, 1, 1, 2.3",
    "3, 0.4, 1.3, 2.0",
    "3, 0.02, 0.01, 1",
    "4, 1, 1, 1.6",
    "4, 1, 1, 2.3",
    "4, 1, 1, 5",
    "4, 1.3, 0.4, 2.0",
    "4, 0, 1, 1.5"
  })
  void hasTheAveragesOfAllStates(int size, double couplingX, double couplingY, double kT) {
    IsingModel model = new IsingModel(size, couplingX, couplingY, 0, kT);
    agrees(model, Schedule.Moves.METROPOLIS);
    agrees(model, Schedule.Moves.WOLFF);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, 0.3, 2.3",
    "3, 1, -0.5, -0.2, 1.5",
    "4, 1, 0.5, -0.4, 2.0",
    "4, -1, 1, 0, 2.3",
    "4, -1, -1, 0.5, 2.0",
    "3, -1, -1, 0, 1.5",
    "2, 0, 0, 0.7, 1"
  })
  void takesAnySignsAndAFieldByMetropolisMoves(
      int size, double couplingX, double couplingY, double field, double kT) {
    agrees(new IsingModel(size, couplingX, couplingY, field, kT), Schedule.Moves.METROPOLIS);
  }

  @ParameterizedTest
  @CsvSource({"METROPOLIS", "WOLFF"})
  void goesThroughAllStatesOfFreeSpins(Schedule.Moves moves) {
    IsingModel model = new IsingModel(2, 0, 0, 0, 1);
    EquilibriumAverages averages = run(model, moves);
    assertThat(averages.energy()).isEqualTo(new Estimate(0, 0));
    assertThat(averages.heatCapacity()).isEqualTo(new Estimate(0, 0));
    assertAgrees("magnetisation", averages.magnetisation(), 0.375);
    assertThat(averages.flipsPerMove())
        .isCloseTo(moves == Schedule.Moves.WOLFF ? 1 : 0.875, within(0.005));
  }

  private static void agrees(IsingModel model, Schedule.Moves moves) {
    Enumeration exact = Enumeration.of(model);
    EquilibriumAverages averages = run(model, moves);
    assertThat(averages.resolved()).isTrue();
    assertAgrees(moves + " energy", averages.energy(), exact.energy());
    assertAgrees(moves + " heat capacity", averages.heatCapacity(), exact.heatCapacity());
    assertAgrees(moves + " magnetisation", averages.magnetisation(), exact.magnetisation());
    assertAgrees(moves + " susceptibility", averages.susceptibility(), exact.susceptibility());
  }

  private static EquilibriumAverages run(IsingModel model, Schedule.Moves moves) {
    Draws draws = Draws.of(3, model + " " + moves);
    return IsingSimulation.run(model, new Schedule(moves, 200, 20_000), draws);
  }
}
