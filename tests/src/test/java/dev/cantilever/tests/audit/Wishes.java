package dev.cantilever.tests.audit;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sentences that become runs, in this process. */
final class Wishes {

  static final Actor PERSON = new Actor(Actor.Kind.PERSON, "reviewed", Actor.Channel.CHAT);

  private final Installation installation;
  private final Planner planner = Planners.named("grammar", Map.of());

  Wishes(Path home) {
    this.installation = Installation.at(Optional.of(home), Map.of());
  }

  Installation installation() {
    return installation;
  }

  Actor planner() {
    return planner.actor();
  }

  /**
   * What came of a wish.
   *
   * @param plan as the person was shown it
   */
  record Granted(RunId run, Verdict.Ready plan) {}

  Granted grant(String sentence, long seed) {
    try (Desk desk = installation.desk()) {
      Heard heard = new Conversation(planner, desk, PERSON, seed).say(sentence);
      Verdict.Ready plan = ((Heard.Plan) heard).verdict();
      RunId run =
          installation
              .runner(state -> {})
              .start(plan.plan(), planner.actor(), PERSON, begun -> {})
              .run();
      return new Granted(run, plan);
    }
  }
}
