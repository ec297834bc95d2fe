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
public final class Wishes {

  /** Who says yes. */
  public static final Actor PERSON = new Actor(Actor.Kind.PERSON, "reviewed", Actor.Channel.CHAT);

  private final Installation installation;
  private final Planner planner = Planners.named("grammar", Map.of());

  Wishes(Path home) {
    this(Installation.at(Optional.of(home), Map.of()));
  }

  /** Where something is installed already. */
  public Wishes(Installation installation) {
    this.installation = installation;
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
  public record Granted(RunId run, Verdict.Ready plan) {}

  /** Has a plan made of a sentence, says yes to it and waits for the end of its run. */
  public Granted grant(String sentence, long seed) {
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
