package dev.cantilever.numerics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Hamiltonian.Phase;
import org.junit.jupiter.api.Test;

class HamiltonianTest {

  private static final double[] PLACE = {0.3, 1.2, 5, 4, 4.7};
  private final double[] inverseMetric = {0.01, 2, 50, 3, 1};
  private final Target target = new Target(Targets.correlated(0.7, 0.05, 1, 20, 3, 0.5));
  private final Hamiltonian hamiltonian =
      new Hamiltonian(target, new int[] {0, 1, 2, 4}, inverseMetric);

  private Phase after(int steps, double step, Phase phase) {
    Phase here = phase;
    for (int i = 0; i < steps; i++) {
      here = hamiltonian.leapfrog(here, step);
    }
    return here;
  }

  private Phase origin() {
    return hamiltonian.kicked(target.at(PLACE), RandomStream.of(1, "kick"));
  }

  @Test
  void stepsBackwardsUndoStepsForwards() {
    Phase origin = origin();
    Phase back = after(20, -0.1, after(20, 0.1, origin));
    assertThat(back.place().theta()).usingComparatorWithPrecision(1e-11).containsExactly(PLACE);
    assertThat(back.momentum())
        .usingComparatorWithPrecision(1e-10)
        .containsExactly(origin.momentum());
  }

  @Test
  void energyIsLostInProportionToTheSquareOfTheStep() {
    Phase origin = origin();
    double energy = hamiltonian.energy(origin);
    double coarse = hamiltonian.energy(after(10, 0.02, origin)) - energy;
    double fine = hamiltonian.energy(after(20, 0.01, origin)) - energy;
    assertThat(coarse / fine).isBetween(3.8, 4.2);
  }

  @Test
  void coordinatesThatDoNotMoveStandStill() {
    Phase after = after(20, 0.1, origin());
    assertThat(after.place().theta()[3]).isEqualTo(PLACE[3]);
    assertThat(after.place().theta()[4]).isNotEqualTo(PLACE[4]);
    assertThat(after.momentum()[3]).isZero();
  }

  @Test
  void momentaHaveTheVarianceOfTheMetric() {
    RandomStream stream = RandomStream.of(1, "kicks");
    double squares = 0;
    for (int i = 0; i < 2_000; i++) {
      double momentum = hamiltonian.kicked(target.at(PLACE), stream).momentum()[2];
      squares += momentum * momentum * inverseMetric[2] / 2_000;
    }
    // four standard errors
    assertThat(squares).isCloseTo(1, within(0.13));
  }
}
