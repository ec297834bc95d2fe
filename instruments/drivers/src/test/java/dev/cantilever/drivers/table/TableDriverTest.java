package dev.cantilever.drivers.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.condition.ConditionDriverContract;
import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected figures were worked out from the shipped tables with Python's statistics module. */
class TableDriverTest extends ConditionDriverContract {

  private static final Map<String, String> BARRELS =
      Map.of(
          "title", "compression",
          "sample", "barrels",
          "data", "Crossed_barrel.csv",
          "inputs", "n, theta [deg], r [mm], t [mm]",
          "outcomes", "toughness",
          "replicates", "mean",
          "time_per_trial", "30 min");

  private static final Map<String, String> FILMS =
      Map.of(
          "title", "conductivity",
          "sample", "films",
          "data", "P3HT.csv",
          "inputs",
              "P3HT [%] = P3HT content (%), D1 [%] = D1 content (%), D2 [%] = D2 content (%),"
                  + " D6 [%] = D6 content (%), D8 [%] = D8 content (%)",
          "outcomes", "conductivity [S/cm] = Conductivity (measured) (S/cm)",
          "replicates", "mean",
          "time_per_trial", "15 min");

  private static final Evaluate FIRST = barrel(6, 0, 1.5, 0.7);
  private static final Evaluate TOUGHEST = barrel(12, 150, 1.9, 1.4);

  @Override
  protected Installed installed() {
    return barrels("replicates", "mean");
  }

  @Override
  protected Installed changed() {
    return drawing(1);
  }

  @Override
  protected List<Evaluate> commands() {
    return List.of(FIRST, TOUGHEST, barrel(12, 200, 2.5, 1.4));
  }

  private static Installed barrels(String option, String value) {
    Map<String, String> options = new HashMap<>(BARRELS);
    options.put(option, value);
    return new Installed("replay.table", options);
  }

  private static Installed drawing(int seed) {
    Map<String, String> options = new HashMap<>(BARRELS);
    options.put("replicates", "draw");
    options.put("seed", Integer.toString(seed));
    return new Installed("replay.table", options);
  }

  private static Evaluate barrel(double n, double theta, double r, double t) {
    return new Evaluate(
        List.of(
            new Setting("n", n),
            new Setting("theta", theta),
            new Setting("r", r),
            new Setting("t", t)),
        0);
  }

  @Test
  void offersTheRecordedDesignsAndNothingElse() {
    try (Driver driver = installed().connect(directory())) {
      Offer.Conditions offer = driver.describe().conditions().orElseThrow();
      assertThat(offer.parameters())
          .containsExactly(
              new Offer.Parameter("n", "1", 6, 12),
              new Offer.Parameter("theta", "deg", 0, 200),
              new Offer.Parameter("r", "mm", 1.5, 2.5),
              new Offer.Parameter("t", "mm", 0.7, 1.4));
      assertThat(offer.outcomes()).containsExactly(new Offer.Outcome("toughness", "1"));
      assertThat(offer.fidelities())
          .containsExactly(new Offer.Fidelity("recorded", new TimeSpan(1800)));
      assertThat(offer.entries()).hasSize(600).doesNotHaveDuplicates();
      assertThat(offer.entries().getFirst()).isEqualTo(Series.of(6, 0, 1.5, 0.7));
      assertThat(driver.describe().dataHash())
          .isEqualTo("sha256:2c01f875f3c210e986ca6142bf20f417884c2ad7d6f008c2fc574b44a3d5f606");
    }
  }

  @Test
  void servesTheMeanOfReplicatesWithItsStandardError() {
    try (Gate gate = installed().gate(directory())) {
      assertOutcome(toughness(gate, 1, FIRST), 1.1354526733333332, 0.08449208135860409);
      assertOutcome(toughness(gate, 2, TOUGHEST), 46.711404976666664, 2.408747867224596);
      assertThat(toughness(gate, 3, FIRST)).isEqualTo(toughness(gate, 4, FIRST));
    }
  }

  @Test
  void servesDrawsOfSingleSpecimens() {
    Set<Double> values = new HashSet<>();
    try (Gate gate = drawing(1).gate(directory())) {
      for (int call = 1; call <= 40; call++) {
        Reading.Outcome outcome = toughness(gate, call, FIRST);
        assertThat(outcome.standardError()).isCloseTo(0.14634457775034548, within(1e-15));
        values.add(outcome.value());
      }
    }
    assertThat(values).containsExactlyInAnyOrder(1.14466667, 1.276972545, 0.984718805);
  }

  @Test
  void drawsByItsSeed() throws IOException {
    List<List<Double>> sequences =
        List.of(sequence(1, "a"), sequence(1, "b"), sequence(2, "c"), sequence(3, "d"));
    assertThat(sequences.get(1)).isEqualTo(sequences.get(0));
    assertThat(sequences.get(2)).isNotEqualTo(sequences.get(0));
    assertThat(sequences.get(3)).isNotEqualTo(sequences.get(2));
  }

  private List<Double> sequence(int seed, String folder) throws IOException {
    try (Gate gate = drawing(seed).gate(Files.createDirectory(directory().resolve(folder)))) {
      return IntStream.rangeClosed(1, 20)
          .mapToObj(call -> toughness(gate, call, FIRST).value())
          .toList();
    }
  }

  @Test
  void knowsTheTruthOfEveryEntry() {
    try (Driver driver = changed().connect(directory())) {
      assertTotals(driver, 9193.163050156667, 1177.1965404276552);
    }
  }

  @Test
  void servesFilmsWhoseNumberOfReplicatesVaries() {
    Installed films = new Installed("replay.table", FILMS);
    try (Driver driver = films.connect(directory())) {
      Offer.Conditions offer = driver.describe().conditions().orElseThrow();
      assertThat(offer.entries()).hasSize(178);
      assertThat(offer.parameters().getFirst())
          .isEqualTo(new Offer.Parameter("P3HT", "%", 15, 96.27));
      assertThat(offer.outcomes()).containsExactly(new Offer.Outcome("conductivity", "S/cm"));
      assertTotals(driver, 39809.35327526924, 782.4120339458965);
      GroundTruth truth = driver.truth().orElseThrow();
      assertOutcome(truth.outcomes(13).getFirst(), 738.6628862, 39.53720121839805);
      assertOutcome(truth.outcomes(87).getFirst(), 838.31, 0);
    }
  }

  private static void assertTotals(Driver driver, double values, double errors) {
    GroundTruth truth = driver.truth().orElseThrow();
    double value = 0;
    double error = 0;
    for (int i = 0; i < driver.describe().conditions().orElseThrow().entries().size(); i++) {
      value += truth.outcomes(i).getFirst().value();
      error += truth.outcomes(i).getFirst().standardError();
    }
    assertThat(value).isCloseTo(values, within(1e-9));
    assertThat(error).isCloseTo(errors, within(1e-10));
  }

  @Test
  void namesTheNearestDesignWhereOneWasNotRecorded() {
    try (Gate gate = installed().gate(directory())) {
      assertThat(refusal(gate, barrel(11.6, 155, 1.9, 1.39)))
          .contains("n 11.6, theta 155.0, r 1.9, t 1.39 was not recorded")
          .contains("the nearest of 600 recorded conditions is n 12.0, theta 150.0, r 1.9, t 1.4");
      assertThat(gate.spent().time().seconds()).isZero();
    }
  }

  @Test
  void servesTheFileBesideItsProfileInPlaceOfTheShippedOne() throws IOException {
    Files.writeString(
        directory().resolve("Crossed_barrel.csv"), "n,theta,r,t,toughness\n6,0,1.5,0.7,99\n");
    try (Gate gate = installed().gate(directory())) {
      assertThat(gate.describe().conditions().orElseThrow().entries()).hasSize(1);
      assertOutcome(toughness(gate, 1, FIRST), 99, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title", "sample", "data", "inputs", "outcomes", "replicates", "time_per_trial"})
  void namesTheOptionThatItsProfileLacks(String option) {
    assertRefusesOption(option, null, "device", "\"" + option + "\"");
  }

  @Test
  void namesAnOptionThatMeansNothing() {
    assertRefusesOption("data", "absent.csv", "absent.csv", "beside profile.yaml");
    assertRefusesOption("inputs", "n, n", "inputs must be different columns", "\"n, n\"");
    assertRefusesOption("inputs", "n, phi", "one column \"phi\" for phi");
    assertRefusesOption("outcomes", "", "outcomes must be different columns");
    assertRefusesOption("outcomes", "t = toughness", "must be named otherwise than the inputs");
    assertRefusesOption("replicates", "median", "replicates must be mean or draw", "median");
    assertRefusesOption("replicates", "draw", "\"seed\"");
    assertRefusesOption("time_per_trial", "30", "time_per_trial must be a time above zero");
  }

  private static Reading.Outcome toughness(Gate gate, int call, Evaluate command) {
    return ((Reading.Trial) act(gate, call, command).reading()).outcomes().getFirst();
  }

  private static void assertOutcome(Reading.Outcome outcome, double value, double error) {
    assertThat(outcome.value()).isCloseTo(value, within(1e-12));
    assertThat(outcome.standardError()).isCloseTo(error, within(1e-12));
  }
}
