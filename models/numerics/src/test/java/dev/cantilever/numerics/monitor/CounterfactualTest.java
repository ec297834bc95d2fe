package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Pointwise.UpperConfidenceBound;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.monitor.Counterfactual.Answer;
import dev.cantilever.numerics.monitor.Counterfactual.Proposer;
import dev.cantilever.numerics.monitor.Counterfactual.Turn;
import dev.cantilever.numerics.spectra.HysteresisLoop;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CounterfactualTest {

  private static final Points POOL = Loop.line(40);
  private static final AcquisitionFunction FUNCTION = new UpperConfidenceBound(4);

  /** A stored spectrum at each member: two channels, of which the campaign followed the first. */
  private static Series spectrum(int member) {
    return Series.of(StrictMath.sin(0.3 * member), StrictMath.cos(0.3 * member));
  }

  private static Loop campaign() {
    Loop loop = new Loop(POOL, i -> spectrum(i).get(0), Loop.seeds(4, 40, 2));
    for (int step = 0; step < 5; step++) {
      loop.step(FUNCTION);
    }
    return loop;
  }

  private static Counterfactual along(Loop loop, int channel) {
    List<Series> stored = loop.path().picks().stream().map(CounterfactualTest::spectrum).toList();
    return Counterfactual.of(
        loop.path(), stored, s -> s.get(channel), Loop.proposer(POOL, FUNCTION));
  }

  @Test
  void sameScalariserWouldHaveGoneTheSameWayAndLearnedTheSame() {
    Loop loop = campaign();
    Counterfactual same = along(loop, 0);
    assertThat(same.targets()).isEqualTo(loop.measured());
    assertThat(same.agreement()).contains(1.0);
    assertThat(same.learned()).isEqualTo(loop.live());
  }

  @Test
  void anotherScalariserWouldHaveGoneElsewhereAndDoesSoEveryTime() {
    Loop loop = campaign();
    Counterfactual other = along(loop, 1);
    assertThat(other.agreement().orElseThrow()).isLessThan(1);
    assertThat(other.turns().stream().map(Turn::actual).toList()).isEqualTo(loop.path().chosen());
    assertThat(other).isEqualTo(along(loop, 1));
  }

  @Test
  void proposerSeesExactlyWhatWasKnownBeforeEachStep() {
    List<String> asked = new ArrayList<>();
    Proposer proposer =
        (step, observed, targets) -> {
          asked.add("%d %s %s".formatted(step, observed, targets));
          return Answer.of(step);
        };
    Counterfactual found =
        Counterfactual.of(
            new Path(5, 2, List.of(4, 3, 1, 0)),
            List.of("a", "bb", "ccc", "dddd"),
            String::length,
            proposer);
    assertThat(asked).containsExactly("1 [4, 3] [1.0, 2.0]", "2 [4, 3, 1] [1.0, 2.0, 3.0]");
    assertThat(found.turns())
        .containsExactly(new Turn(1, 1, 1, Optional.empty()), new Turn(2, 0, 2, Optional.empty()));
    assertThat(found.agreement()).contains(0.5);
    assertThat(found.learned()).isEmpty();
  }

  @Test
  void areaOfAStoredLoopIsThatOfTheReference() {
    JsonNode one = Reference.read("metrics_and_policies.json").at("/cases/loop_area");
    double[] voltage = Reference.numbers(one.get("voltage"));
    Series response = Series.of(Reference.numbers(one.get("response")));
    Counterfactual found =
        Counterfactual.of(
            new Path(1, 1, List.of(0)),
            List.of(response),
            loop -> HysteresisLoop.area(voltage, loop.toArray()),
            (step, observed, targets) -> Answer.of(0));
    assertThat(found.targets().get(0))
        .isCloseTo(one.at("/expected/shoelace_closed").doubleValue(), within(1e-9));
    assertThat(found.agreement()).isEmpty();
  }

  @Test
  void targetsAndProposalsThatMakeNoSenseAreRefused() {
    Path path = new Path(2, 0, List.of(1));
    assertThatThrownBy(
            () ->
                Counterfactual.of(
                    path, List.of("a"), text -> Double.NaN, (step, o, t) -> Answer.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("target[0] is NaN");
    assertThatThrownBy(
            () ->
                Counterfactual.of(path, List.of("a"), String::length, (step, o, t) -> Answer.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("proposed member is 2; it must lie in [0, 1]");
    assertThatThrownBy(
            () -> Counterfactual.of(path, List.of(), String::length, (step, o, t) -> Answer.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 stored readings; 1 expected, one per pick");
  }
}
