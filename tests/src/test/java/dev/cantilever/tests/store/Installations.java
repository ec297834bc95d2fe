package dev.cantilever.tests.store;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Map;

/** A small campaign in an installation, whatever its store. */
final class Installations {

  private Installations() {}

  static CallReader calls() {
    return new CallReader(Toolbox.standard());
  }

  static RunId run(Installation installation) {
    Planner planner = Planners.named("grammar", Map.of());
    Actor person = Installation.person(Actor.Channel.CHAT);
    try (Desk desk = installation.desk()) {
      Conversation talk = new Conversation(planner, desk, person, 7);
      Heard.Plan plan = (Heard.Plan) talk.say("map the loop area with 12 points, 6 at a time");
      return installation
          .runner(state -> {})
          .start(plan.verdict().plan(), planner.actor(), person, begun -> {})
          .run();
    }
  }

  static boolean replayed(Installation installation, RunId run) {
    try (RunLog log = installation.home().read(run)) {
      return Replayer.replay(installation.calls(), log, installation.home()).isEqual();
    }
  }
}
