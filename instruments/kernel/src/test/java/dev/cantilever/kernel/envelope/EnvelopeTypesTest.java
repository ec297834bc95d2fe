package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.Examples.BUDGET;
import static dev.cantilever.kernel.Examples.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTypesTest {

  @ParameterizedTest
  @CsvSource({
    "2, 1",
    "NaN, 1",
    "1, NaN",
    "NaN, NaN",
    "-Infinity, 1",
    "1, Infinity",
    "-Infinity, Infinity"
  })
  void noLimitIsInvertedUnboundedOrNoNumber(double min, double max) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(Channel.BIAS, new Voltage(min), new Voltage(max)))
        .withMessageContaining("bias");
  }

  @Test
  void aLimitMayBeASinglePoint() {
    Limit point = new Limit(Channel.BIAS, new Voltage(3), new Voltage(3));
    assertThat(point.allows(3)).isTrue();
    assertThat(point.allows(Math.nextUp(3.0))).isFalse();
    assertThat(point.allows(Double.NaN)).isFalse();
  }

  @Test
  void aLimitHasTheQuantityOfItsChannel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(Channel.BIAS, new Length(0), new Voltage(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(Channel.BIAS, new Voltage(0), new Length(1)));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 1", "0, 1, 1, 0", "NaN, 0, 1, 1", "0, NaN, 1, 1", "0, 0, NaN, 1"})
  void noRegionIsInvertedOrNoNumber(double left, double bottom, double right, double top) {
    assertThatIllegalArgumentException().isThrownBy(() -> region(left, bottom, right, top));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void noBudgetIsNegativeUnlimitedOrNoNumber(double amount) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(new TimeSpan(amount), new Length(1), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(new TimeSpan(1), new Length(amount), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> budget(1, 1, 1, amount, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> budget(1, 1, 1, 1, amount));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, Double.MAX_VALUE})
  void aBudgetIsAnyAmountFromNothingOn(double amount) {
    Budget budget =
        new Budget(
            new TimeSpan(amount), new Length(amount), 0, new TimeSpan(amount), new Impulse(amount));
    assertThat(budget.impulse()).isEqualTo(new Impulse(amount));
  }

  @Test
  void aBudgetCoversWhatIsNoMoreThanItInEveryPart() {
    Budget budget = budget(1, 2, 3, 4, 5);
    assertThat(budget.covers(cost(1, 2, 3, 4, 5))).isTrue();
    assertThat(budget.covers(cost(Math.nextUp(1.0), 2, 3, 4, 5))).isFalse();
    assertThat(budget.covers(cost(1, Math.nextUp(2.0), 3, 4, 5))).isFalse();
    assertThat(budget.covers(cost(1, 2, 4, 4, 5))).isFalse();
    assertThat(budget.covers(cost(1, 2, 3, Math.nextUp(4.0), 5))).isFalse();
    assertThat(budget.covers(cost(1, 2, 3, 4, Math.nextUp(5.0)))).isFalse();
    assertThat(budget.covers(cost(1, 2, 3, 4, Double.NaN))).isFalse();
    assertThat(budget.inWords()).isEqualTo(cost(1, 2, 3, 4, 5).inWords());
  }

  @Test
  void newProbesAreBudgetedAndNoneIsWhereNothingIsSaid() {
    Cost one = Cost.newProbe(new TimeSpan(1));
    assertThat(budget(1, 2, 3, 4, 5).covers(one)).isFalse();
    assertThat(probes(1).covers(one)).isTrue();
    assertThat(probes(1).covers(one.plus(one))).isFalse();
    assertThat(probes(2).inWords()).endsWith("new probes: 2");
    assertThatIllegalArgumentException().isThrownBy(() -> probes(-1));
  }

  private static Budget probes(long probes) {
    return new Budget(new TimeSpan(9), new Length(0), 0, new TimeSpan(0), new Impulse(0), probes);
  }

  private static Budget budget(double time, double travel, long loops, double light, double bias) {
    return new Budget(
        new TimeSpan(time), new Length(travel), loops, new TimeSpan(light), new Impulse(bias));
  }

  private static Cost cost(double time, double travel, long loops, double light, double bias) {
    return new Cost(
        new TimeSpan(time), new Length(travel), loops, new TimeSpan(light), new Impulse(bias));
  }

  @Test
  void noBudgetOfLoopsIsNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(new TimeSpan(1), new Length(1), -1));
  }

  @Test
  void anEnvelopeHasOneLimitForAChannelAtMost() {
    List<Limit> twice = new ArrayList<>(Examples.limits());
    twice.add(new Limit(Channel.BIAS, new Voltage(-100), new Voltage(100)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Envelope("twice v1", twice, 100, List.of(), BUDGET, List.of(), 0))
        .withMessageContaining("two limits for bias");
  }

  @Test
  void anEnvelopeHasANameAndNoNegativeLoop() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Envelope(" ", Examples.limits(), 100, List.of(), BUDGET, List.of(), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Envelope("x v1", Examples.limits(), -1, List.of(), BUDGET, List.of(), 0));
  }

  @Test
  void anEnvelopeCannotBeWidenedAfterwards() {
    List<Limit> limits = new ArrayList<>();
    List<Region> forbidden = new ArrayList<>(List.of(region(0, 0, 1, 1)));
    Envelope envelope = new Envelope("fixed v1", limits, 100, forbidden, BUDGET, List.of(), 0);
    limits.addAll(Examples.limits());
    forbidden.clear();
    assertThat(envelope.limit(Channel.BIAS)).isEmpty();
    assertThat(envelope.forbidden()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1",
    "NaN, 1",
    "1, NaN",
    "NaN, NaN",
    "-Infinity, 1",
    "1, Infinity",
    "-Infinity, Infinity",
    "-1.7976931348623157e308, 1.7976931348623157e308"
  })
  void noLimitOfAParameterIsInvertedUnboundedOrNoNumber(double min, double max) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParameterLimit("dose", min, max))
        .withMessageContaining("limit of parameter \"dose\"")
        .withMessageContaining("[" + min + ", " + max + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aLimitOfAParameterNamesIt(String parameter) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ParameterLimit(parameter, 0, 1));
  }

  @Test
  void aLimitOfAParameterAllowsBothItsEndsAndNothingBeyond() {
    ParameterLimit limit = new ParameterLimit("dose", -1, 2);
    assertThat(limit.allows(-1)).isTrue();
    assertThat(limit.allows(2)).isTrue();
    assertThat(limit.allows(-0.0)).isTrue();
    assertThat(limit.allows(Math.nextDown(-1.0))).isFalse();
    assertThat(limit.allows(Math.nextUp(2.0))).isFalse();
    assertThat(limit.allows(Double.NaN)).isFalse();
    assertThat(limit.allows(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(limit.allows(Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(new ParameterLimit("grade", 3, 3).allows(3)).isTrue();
  }

  @Test
  void anEnvelopeHasOneLimitForAParameterAtMost() {
    List<ParameterLimit> twice =
        List.of(new ParameterLimit("dose", 0, 1), new ParameterLimit("dose", 0, 100));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Envelope("twice v1", List.of(), 0, List.of(), BUDGET, twice, 0))
        .withMessageContaining("two limits for one parameter");
  }

  @Test
  void anEnvelopeKeepsItsLimitsOfParameters() {
    List<ParameterLimit> limits = new ArrayList<>(Examples.parameterLimits());
    Envelope envelope = new Envelope("fixed v1", List.of(), 0, List.of(), BUDGET, limits, 0);
    limits.clear();
    assertThat(envelope.limit("dose")).contains(new ParameterLimit("dose", 0, 10));
    assertThat(envelope.limit("Dose")).isEmpty();
    assertThat(envelope.limit("")).isEmpty();
  }
}
