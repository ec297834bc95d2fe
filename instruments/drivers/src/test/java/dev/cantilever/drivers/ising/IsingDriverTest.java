package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.condition.ConditionDriverContract;
import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsingDriverTest extends ConditionDriverContract {

  private static final Map<String, String> OPTIONS =
      Map.of(
          "title", "simulation",
          "sample", "ferromagnet",
          "seed", "7",
          "fidelities", "small 8, large 12",
          "coupling", "0.2 to 0.7",
          "equilibration", "100",
          "measured", "400",
          "time_per_spin", "1 µs");

  @Override
  protected Installed installed() {
    return new Installed("sim.ising", OPTIONS);
  }

  @Override
  protected Installed changed() {
    return with("seed", "8");
  }

  @Override
  protected List<Evaluate> commands() {
    return List.of(at(0.44, 0), at(0.3, 0), at(0.2, 0));
  }

  private static Installed with(String option, String value) {
    Map<String, String> options = new HashMap<>(OPTIONS);
    options.put(option, value);
    return new Installed("sim.ising", options);
  }

  private static Evaluate at(double coupling, int fidelity) {
    return new Evaluate(List.of(new Setting("coupling", coupling)), fidelity);
  }

  @Test
  void offersCouplingsAndALadderOfLattices() {
    try (Driver driver = installed().connect(directory())) {
      Offer.Conditions offer = driver.describe().conditions().orElseThrow();
      assertThat(offer.parameters())
          .containsExactly(new Offer.Parameter("coupling", "1", 0.2, 0.7));
      assertThat(offer.outcomes())
          .extracting(Offer.Outcome::name)
          .containsExactly("heat_capacity", "energy", "magnetisation");
      assertThat(offer.entries()).isEmpty();
      assertThat(offer.fidelities())
          .extracting(Offer.Fidelity::name)
          .containsExactly("small", "large");
      assertThat(offer.fidelities().get(0).time().seconds())
          .isCloseTo(64 * 500 * 1e-6, within(1e-15));
      assertThat(offer.fidelities().get(1).time().seconds())
          .isCloseTo(144 * 500 * 1e-6, within(1e-15));
      assertThat(driver.estimate(at(0.3, 1)).time()).isEqualTo(offer.fidelities().get(1).time());
      assertThat(driver.estimate(at(0.3, 2)).time()).isEqualTo(new TimeSpan(0));
      assertThat(driver.truth()).isEmpty();
    }
  }

  @Test
  void hasACouplingForEachDirectionWhereItIsAnisotropic() {
    try (Gate gate = with("anisotropic", "true").gate(directory())) {
      assertThat(gate.describe().conditions().orElseThrow().parameters())
          .extracting(Offer.Parameter::name)
          .containsExactly("coupling_x", "coupling_y");
      Setting x = new Setting("coupling_x", 0.7);
      Setting y = new Setting("coupling_y", 0.2);
      double unlike = energy(gate, 1, new Evaluate(List.of(x, y), 0));
      double weak = energy(gate, 2, new Evaluate(List.of(new Setting("coupling_x", 0.2), y), 0));
      double strong = energy(gate, 3, new Evaluate(List.of(x, new Setting("coupling_y", 0.7)), 0));
      assertThat(strong).isLessThan(unlike - 0.3);
      assertThat(unlike).isLessThan(weak - 0.3);
      assertThat(refusal(gate, new Evaluate(List.of(y), 0))).contains("coupling_x is missing");
    }
  }

  /** A change here changes what ledgers of recorded runs give back. */
  @Test
  void readsTheSameBitsEverywhere() {
    try (Gate gate = installed().gate(directory())) {
      assertThat(act(gate, 1, at(0.44, 0)).reading())
          .isEqualTo(
              new Reading.Trial(
                  List.of(
                      new Reading.Outcome("heat_capacity", 0.9297832847424679, 0.0962317606756878),
                      new Reading.Outcome("energy", -0.6778188775510204, 0.009728453264110442),
                      new Reading.Outcome(
                          "magnetisation", 0.8036858974358975, 0.015298779204622276))));
    }
  }

  @Test
  void simulatesAnewForEachRepetitionFidelityConditionAndSeed() {
    Set<Double> energies = new HashSet<>();
    try (Gate gate = installed().gate(directory())) {
      energies.add(energy(gate, 1, at(0.44, 0)));
      energies.add(energy(gate, 2, at(0.44, 0)));
      energies.add(energy(gate, 3, at(0.44, 1)));
      energies.add(energy(gate, 4, at(Math.nextUp(0.44), 0)));
    }
    try (Gate gate = changed().gate(directory())) {
      energies.add(energy(gate, 5, at(0.44, 0)));
    }
    assertThat(energies).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "sample",
        "seed",
        "fidelities",
        "coupling",
        "equilibration",
        "measured",
        "time_per_spin"
      })
  void namesTheOptionThatItsProfileLacks(String option) {
    assertRefusesOption(option, null, "device", "\"" + option + "\"");
  }

  @Test
  void namesAnOptionThatMeansNothing() {
    for (String ladder :
        new String[] {
          "",
          "20",
          "small",
          "small 20, ",
          "small 20, small 60",
          "large 60, small 20",
          "small 1",
          "small 20 x",
          "a 8, b 8",
          "huge 1025",
          "a 2, b 3, c 4, d 5, e 6, f 7, g 8, h 9, i 10, j 11, k 12"
        }) {
      assertRefusesOption("fidelities", ladder, "fidelities must be names and sides", ladder);
    }
    for (String range : new String[] {"0.2", "0.7 to 0.2", "0.2 to 0.2", "-1 to 1", "0 to 1000"}) {
      assertRefusesOption("coupling", range, "coupling must be a range", range);
    }
    assertRefusesOption("anisotropic", "yes", "anisotropic must be true or false", "\"yes\"");
    assertRefusesOption("measured", "99", "measured must be a whole number in [100, 1000000]");
    assertRefusesOption("equilibration", "1e3", "equilibration must be a whole number", "1e3");
    assertRefusesOption("seed", "99999999999999999999", "seed must be a whole number");
    assertRefusesOption("time_per_spin", "0 s", "time_per_spin must be a time above zero");
    assertRefusesOption("time_per_spin", "1 m", "time_per_spin must be a time above zero");
  }

  private static double energy(Gate gate, int call, Evaluate command) {
    return ((Reading.Trial) act(gate, call, command).reading()).outcomes().get(1).value();
  }
}
