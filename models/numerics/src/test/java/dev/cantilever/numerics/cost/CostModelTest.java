package dev.cantilever.numerics.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.acquisition.Pointwise.ExpectedImprovement;
import dev.cantilever.numerics.acquisition.Pointwise.LogExpectedImprovement;
import dev.cantilever.numerics.cost.CostModel.Constant;
import dev.cantilever.numerics.cost.CostModel.PerFidelity;
import dev.cantilever.numerics.cost.CostModel.Switching;
import dev.cantilever.numerics.cost.CostModel.Table;
import dev.cantilever.numerics.cost.CostModel.Travel;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostModelTest {

  @Test
  void switchingBetweenCellsCostsWhatTheReferenceSays() {
    JsonNode cases = Reference.read("cost_model.json").get("cases");
    List<Series> centres =
        Arrays.stream(Reference.numbers(cases.get("centres"))).mapToObj(Series::of).toList();
    Switching switching =
        new Switching(
            cases.get("t_m").doubleValue(),
            cases.get("t_c").doubleValue(),
            cases.get("a").doubleValue(),
            centres);
    Site previous = site(cases.get("previous"));
    for (JsonNode point : cases.get("points")) {
      assertThat(switching.of(previous, site(point)).seconds())
          .isCloseTo(point.get("cost").doubleValue(), within(1e-9));
    }
  }

  private static Site site(JsonNode node) {
    return Site.of(0, node.get("x").doubleValue()).inCell((int) node.get("cell").doubleValue());
  }

  @Test
  void improvementPerCostIsThatOfTheReference() {
    for (JsonNode one : Reference.read("acquisition.json").at("/cases/constrained_and_cost")) {
      Cost cost = Cost.ofSeconds(one.get("cost").doubleValue());
      double mean = one.get("mean").doubleValue();
      double sigma = one.get("sigma").doubleValue();
      double best = one.get("best").doubleValue();
      assertThat(cost.perSecond(new ExpectedImprovement(0).value(mean, sigma, best)))
          .isCloseTo(one.at("/expected/ei_per_cost").doubleValue(), within(1e-9));
      assertThat(cost.logPerSecond(new LogExpectedImprovement(0).value(mean, sigma, best)))
          .isCloseTo(one.at("/expected/log_ei_minus_log_cost").doubleValue(), within(1e-9));
    }
  }

  @Test
  void travelCostsTheWayAndAPauseOnlyWhereThereIsOne() {
    Travel travel = new Travel(1e6, 0.5);
    Site here = Site.of(0, 0, 0);
    Site there = Site.of(1, 3e-6, 4e-6);
    assertThat(travel.of(here, there).seconds()).isCloseTo(5.5, within(1e-12));
    assertThat(travel.of(here, there).metres()).isCloseTo(5e-6, within(1e-18));
    assertThat(travel.of(there, there)).isEqualTo(Cost.NOTHING);
    assertThat(travel.of(there, here)).isEqualTo(travel.of(here, there));
  }

  @Test
  void detoursAreNeverCheaperThanTheDirectWay() {
    Travel travel = new Travel(2, 0.1);
    RandomStream stream = RandomStream.of(0, "sites");
    for (int repeat = 0; repeat < 200; repeat++) {
      Site a = drawn(stream);
      Site b = drawn(stream);
      Site c = drawn(stream);
      assertThat(travel.of(a, c).seconds())
          .isLessThanOrEqualTo(travel.of(a, b).plus(travel.of(b, c)).seconds());
    }
  }

  private static Site drawn(RandomStream stream) {
    return Site.of(0, stream.nextDouble(), stream.nextDouble(), stream.nextDouble());
  }

  @Test
  void tablesAreReadAtTheTarget() {
    List<Cost> costs = List.of(new Cost(1, 0, 5), new Cost(10, 0, 50));
    Site from = Site.of(0, 0);
    Site to = Site.of(1, 0).atFidelity(0);
    assertThat(new Table(costs).of(from, to)).isEqualTo(new Cost(10, 0, 50));
    assertThat(new PerFidelity(costs).of(from, to)).isEqualTo(new Cost(1, 0, 5));
    assertThat(new Constant(Cost.ofSeconds(3)).of(from, to)).isEqualTo(Cost.ofSeconds(3));
  }

  @Test
  void sumsAddEveryPartOfTheCost() {
    CostSum sum =
        new CostSum(
            List.of(
                new Constant(new Cost(2, 0, 0)),
                new Travel(1, 0.5),
                new PerFidelity(List.of(new Cost(0, 0, 1), new Cost(0, 0, 8)))));
    Site start = Site.of(0, 0);
    Site next = Site.of(1, 3).atFidelity(1);
    assertThat(sum.of(start, next)).isEqualTo(new Cost(5.5, 3, 8));
    assertThat(sum.of(List.of(start, next, next))).isEqualTo(new Cost(7.5, 3, 16));
    assertThat(sum.of(List.of(start))).isEqualTo(Cost.NOTHING);
  }

  @Test
  void budgetNamesTheLimitThatWouldBePassed() {
    Budget budget = new Budget(100, Double.POSITIVE_INFINITY, 10);
    Cost spent = new Cost(90, 1e6, 5);
    assertThat(budget.refusal(spent, new Cost(10, 1e6, 5))).isEmpty();
    assertThat(budget.refusal(spent, new Cost(10.5, 0, 0)))
        .contains("time would come to 100.5 s of 100.0 s");
    assertThat(budget.refusal(spent, new Cost(1, 0, 6)))
        .contains("dose would come to 11.0 of 10.0");
  }

  @Test
  void whatCannotBeACostIsRefused() {
    assertThatThrownBy(() -> new Cost(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seconds is -1.0; it must be finite and at least 0");
    assertThatThrownBy(() -> new Cost(0, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("dose is NaN");
    assertThatThrownBy(() -> Cost.NOTHING.perSecond(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the cost is 0 s");
    assertThatThrownBy(() -> Cost.ofSeconds(1).perSecond(-0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.5");
    assertThatThrownBy(() -> new Table(List.of()).of(Site.of(0, 0), Site.of(0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidate 0 has no entry; there are 0, numbered from 0");
    assertThatThrownBy(() -> new Travel(1, 0).of(Site.of(0, 0), Site.of(1, 0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same number of coordinates");
    assertThatThrownBy(() -> new Budget(Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CostSum(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
