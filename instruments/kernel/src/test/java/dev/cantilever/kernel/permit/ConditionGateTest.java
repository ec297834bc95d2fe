package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.evaluate;
import static dev.cantilever.kernel.Examples.key;
import static dev.cantilever.kernel.Examples.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionGateTest {

  private static final Evaluate INSIDE = evaluate(2, set("dose", 10), set("coupling", -1));

  private final LedgerDriver driver = new LedgerDriver();
  private final Gate gate = gate(driver);

  private static Gate gate(LedgerDriver driver) {
    return new Gate(driver, new EnvelopeStatus.Loaded(envelope(), "sha256:0"), () -> 0);
  }

  @Test
  void handsTheReadingOfAPermittedConditionOn() {
    driver.outcome =
        new Outcome.Completed(
            new Reading.Trial(List.of(new Reading.Outcome("yield", 0.5, 0.1))), new TimeSpan(10));
    assertThat(gate.execute(key(1), INSIDE)).isEqualTo(new Verdict.Acted(driver.outcome));
    assertThat(driver.done).containsExactly(INSIDE);
    assertThat(gate.spent()).isEqualTo(driver.price);
  }

  @Test
  void givesNoPermitForAConditionOutside() {
    for (Evaluate outside :
        List.of(
            evaluate(3, set("dose", 1)),
            evaluate(0, set("dose", Math.nextUp(10.0))),
            evaluate(0, set("dose", Double.NaN)),
            evaluate(0, set("temperature", 1)),
            evaluate(0, set("dose", 1), set("dose", 1)))) {
      assertThat(problem(gate.execute(key(1), outside)).code()).isEqualTo(ProblemCode.LIMIT);
    }
    assertThat(driver.permits).isEmpty();
    assertThat(gate.spent()).isEqualTo(Cost.NONE);
  }

  /** K3 for conditions: the driver sees exactly what was asked, or nothing. */
  @Test
  void clipsNothing() {
    Draws.each(
        20_000,
        random -> {
          LedgerDriver fresh = new LedgerDriver();
          double dose = Draws.anyDouble(random, 10);
          Evaluate evaluate = evaluate(random.nextInt(-1, 5), set("dose", dose));
          boolean acted = gate(fresh).execute(key(1), evaluate) instanceof Verdict.Acted;
          boolean inside =
              dose >= 0 && dose <= 10 && evaluate.fidelity() >= 0 && evaluate.fidelity() < 3;
          assertThat(acted).isEqualTo(inside);
          assertThat(fresh.done).isEqualTo(acted ? List.of(evaluate) : List.of());
        });
  }

  @Test
  void refusesAConditionThatTheDriverCannotBringAbout() {
    driver.inability = Optional.of("coupling is missing");
    Problem problem = problem(gate.execute(key(1), evaluate(0, set("dose", 1))));
    assertThat(problem.code()).isEqualTo(ProblemCode.DEVICE);
    assertThat(problem.message()).isEqualTo("coupling is missing");
    assertThat(driver.permits).isEmpty();
  }

  @Test
  void refusesConditionsBeyondTheBudgetOfTheRun() {
    driver.price = new Cost(new TimeSpan(40), new Length(0), 0);
    assertThat(gate.execute(key(1), INSIDE)).isInstanceOf(Verdict.Acted.class);
    assertThat(gate.execute(key(2), INSIDE)).isInstanceOf(Verdict.Acted.class);
    assertThat(problem(gate.execute(key(3), INSIDE)).code()).isEqualTo(ProblemCode.BUDGET);
    assertThat(driver.done).hasSize(2);
  }

  @Test
  void stopVoidsAPermitOnItsWay() {
    driver.beforeActing = () -> gate.stop("smoke");
    gate.execute(key(1), INSIDE);
    assertThat(driver.done).isEmpty();
    assertThat(problem(gate.execute(key(2), INSIDE)).code()).isEqualTo(ProblemCode.STOPPED);
  }

  private static Problem problem(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).problems().getFirst();
  }
}
