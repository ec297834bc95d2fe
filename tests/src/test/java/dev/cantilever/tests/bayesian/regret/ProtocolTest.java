package dev.cantilever.tests.bayesian.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides play the same game and are judged alike. */
class ProtocolTest {

  private static final int SEEDS = 20;

  @ParameterizedTest
  @EnumSource(BoxProblem.class)
  void functionsGiveTheValuesThatStandBesideTheStarts(BoxProblem problem) {
    for (int seed = 0; seed < SEEDS; seed++) {
      double[][] starts = problem.starts(seed);
      double[] expected =
          Shared.numbers(
              Shared.synthetic()
                  .get("problems")
                  .get(problem.file())
                  .get("starts")
                  .get("" + seed)
                  .get("y"));
      for (int i = 0; i < starts.length; i++) {
        assertThat(problem.atUnit(starts[i])).isCloseTo(expected[i], within(1e-9));
      }
    }
  }

  @Test
  void twoObjectivesAreThePeers() {
    JsonNode start = Shared.peer(FrontCampaign.PEER).at("/runs/0/start");
    double[][] x = Shared.rows(start.get("X_unit"));
    double[][] y = Shared.rows(start.get("y"));
    for (int i = 0; i < x.length; i++) {
      assertThat(FrontCampaign.outcome(x[i])).containsExactly(y[i], within(1e-9));
    }
  }

  /** The peer's summary was made by numpy. */
  @ParameterizedTest
  @ValueSource(strings = {"branin", "hartmann6", "ackley5", "pool_p3ht"})
  void quartilesOverSeedsAreThoseOfThePeersSummary(String name) {
    JsonNode peer = Shared.peer(name);
    List<double[]> curves = curves(peer);
    for (int i = 0; i < curves.getFirst().length; i++) {
      int budget = i;
      double[] values = curves.stream().mapToDouble(curve -> curve[budget]).toArray();
      double[] said = {
        peer.at("/summary/best/q25").get(i).doubleValue(),
        peer.at("/summary/best/median").get(i).doubleValue(),
        peer.at("/summary/best/q75").get(i).doubleValue()
      };
      for (int q = 0; q < said.length; q++) {
        double own = Quartiles.at(values, 0.25 * (q + 1));
        assertThat(own).isCloseTo(said[q], within(1e-5 * Math.abs(said[q])));
      }
    }
  }

  @Test
  void whatIsEqualToSixDigitsIsNeitherWorseNorBetter() {
    JsonNode peer = Shared.peer("branin");
    Comparison equal = new Comparison(scaled(peer, 1 + 1e-6), peer, "best", false);
    assertThat(equal.worse()).isZero();
    assertThat(equal.better()).isZero();
    assertThat(equal.isKept()).isFalse();
    Comparison worse = new Comparison(scaled(peer, 1 + 1e-4), peer, "best", false);
    assertThat(worse.worse()).isEqualTo(30);
    Comparison better = new Comparison(scaled(peer, 1 + 1e-4), peer, "best", true);
    assertThat(better.better()).isEqualTo(30);
    assertThat(better.isKept()).isTrue();
  }

  private static List<double[]> curves(JsonNode peer) {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> Shared.numbers(peer.get("runs").get("" + seed).get("best")))
        .toList();
  }

  private static List<double[]> scaled(JsonNode peer, double factor) {
    List<double[]> curves = curves(peer);
    for (double[] curve : curves) {
      for (int i = 0; i < curve.length; i++) {
        curve[i] *= factor;
      }
    }
    return curves;
  }
}
