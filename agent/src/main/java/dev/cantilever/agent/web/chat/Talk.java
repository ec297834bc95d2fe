package dev.cantilever.agent.web.chat;

import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Optional;
import java.util.function.Consumer;

/** One conversation over the page: one sentence at a time. */
final class Talk {

  private final NotedDesk desk;
  private final Conversation conversation;
  private volatile Consumer<String> watcher = piece -> {};
  private volatile Optional<Verdict.Ready> proposed = Optional.empty();

  Talk(Talks.Planning planning, ToolDesk desk, Actor person) {
    this.desk = new NotedDesk(desk);
    this.conversation =
        new Conversation(
            planning.planner(piece -> watcher.accept(piece)), this.desk, person, planning.seed());
  }

  /**
   * What comes of one more sentence.
   *
   * @param draft is shown what a model writes while it writes it
   */
  synchronized HeardView say(String sentence, Consumer<String> draft) {
    watcher = draft;
    try {
      Heard heard = conversation.say(sentence);
      proposed = heard instanceof Heard.Plan plan ? Optional.of(plan.verdict()) : Optional.empty();
      return HeardView.of(heard, desk.taken());
    } finally {
      watcher = piece -> {};
    }
  }

  /** The plan that was proposed last has begun to run. */
  void ran(String hash) {
    if (isProposed(hash)) {
      conversation.ran();
    }
  }

  /** Whether it was proposed here and declined now. */
  boolean decline(String hash) {
    boolean isOurs = isProposed(hash);
    if (isOurs) {
      conversation.decline(proposed.orElseThrow());
      proposed = Optional.empty();
    }
    return isOurs;
  }

  private boolean isProposed(String hash) {
    return proposed.filter(plan -> plan.hash().equals(hash)).isPresent();
  }
}
