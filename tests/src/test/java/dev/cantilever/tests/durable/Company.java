package dev.cantilever.tests.durable;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.function.Consumer;

/**
 * The person beside a running plan: answers its question and steers its campaign, each time where
 * the journal says that it is due and not done.
 */
record Company(Installation installation) implements Consumer<RunState> {

  static final RunId RUN = new RunId("run-0001");
  static final Actor PERSON = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.INTERNAL);

  private static final int STEERED_AFTER = 4;
  private static final List<String> COURSE =
      List.of(
          "{\"kind\":\"rank\",\"acquisition_function\":{\"kind\":\"maximum_uncertainty\"}}",
          "{\"kind\":\"visit\",\"sites\":[17]}");

  @Override
  public void accept(RunState run) {
    if (OpenQuestion.of(run).isPresent()) {
      OpenQuestion.answer(installation.home(), RUN, "yes", PERSON);
    }
    int steered = run.courseRequests().size();
    int due =
        CampaignState.of(run.campaign())
            .filter(campaign -> campaign.finished().isEmpty())
            .map(campaign -> campaign.done() - STEERED_AFTER + 1)
            .orElse(0);
    if (steered < Math.min(due, COURSE.size())) {
      steer(COURSE.get(steered));
    }
  }

  private void steer(String change) {
    try (Desk desk = installation.desk()) {
      Answer answer =
          desk.call(
              PERSON,
              "campaign.steer",
              "{\"run\":\"%s\",\"change\":%s}".formatted(RUN, change));
      if (!(answer instanceof Answer.Settled)) {
        throw new AssertionError(answer);
      }
    }
  }
}
