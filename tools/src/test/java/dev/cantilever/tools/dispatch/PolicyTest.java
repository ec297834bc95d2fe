package dev.cantilever.tools.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

  private static final JsonText AFM = new JsonText("{\"instrument\":\"afm\"}");
  private static final Authority NOBODY = new Authority.None();
  private static final Authority RUNNING = new Authority.RunningCall(new CallId("call-1"));

  private static Policy.Ruling ruling(Verb verb, Authority authority) {
    return Policy.decide(new Step.Call(verb.word(), AFM), verb.effect(), authority);
  }

  @Test
  void aProbeAndADepositionAreEachApprovedByAPerson() {
    assertThat(Arrays.stream(Verb.values()).filter(Verb::needsPersonEachTime))
        .containsExactly(Verb.SPM_EXCHANGE_PROBE, Verb.SYNTH_DEPOSIT);
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void whatAPersonApprovesEachTimeRunsOnTheWordOfNoTool(Verb verb) {
    Policy.Ruling inside = ruling(verb, RUNNING);
    assertThat(inside instanceof Policy.Ruling.Pass).isEqualTo(!verb.needsPersonEachTime());
    if (inside instanceof Policy.Ruling.Deny denied) {
      assertThat(denied.problem().code()).isEqualTo(ProblemCode.NEEDS_APPROVAL);
      assertThat(denied.problem().message()).contains("a person approves each one");
    }
    assertThat(ruling(verb, NOBODY) instanceof Policy.Ruling.Pass)
        .isEqualTo(!verb.effect().actsOnInstrument());
    Authority approved = new Authority.ApprovedStep("1", new Step.Call(verb.word(), AFM));
    assertThat(ruling(verb, approved)).isInstanceOf(Policy.Ruling.Pass.class);
    Authority other = new Authority.ApprovedStep("1", new Step.Call("a.b", AFM));
    assertThat(ruling(verb, other) instanceof Policy.Ruling.Pass)
        .isEqualTo(!verb.effect().actsOnInstrument());
  }
}
