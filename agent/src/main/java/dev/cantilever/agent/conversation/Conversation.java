package dev.cantilever.agent.conversation;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Dialogue.Speaker;
import dev.cantilever.agent.planner.Dialogue.Turn;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Received;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import java.util.List;

/** One person, one planner, one desk; every turn goes to the journal. */
public final class Conversation {

  private final Planner planner;
  private final ToolDesk desk;
  private final Actor person;
  private Dialogue dialogue;

  /**
   * A conversation that begins.
   *
   * @param seed for the random choices of what is planned, unless a sentence says another
   */
  public Conversation(Planner planner, ToolDesk desk, Actor person, long seed) {
    this.planner = planner;
    this.desk = desk;
    this.person = person;
    this.dialogue = new Dialogue(List.of(), seed);
  }

  /** What comes of one more sentence. */
  public Heard say(String sentence) {
    String kept = Received.keep(sentence);
    desk.note(person, new ChatEvent.Said(kept));
    dialogue = dialogue.plus(new Turn(Speaker.PERSON, kept, false));
    return switch (planner.reply(dialogue, desk)) {
      case Reply.Proposal proposal -> checked(proposal);
      case Reply.Question question -> words(question, "question", question.text());
      case Reply.Cannot cannot -> words(cannot, "cannot", cannot.text());
      case Reply.Said said -> words(said, "said", said.text());
    };
  }

  private Heard checked(Reply.Proposal proposal) {
    return switch (desk.check(proposal.plan())) {
      case Verdict.Ready ready -> {
        desk.note(planner.actor(), new ChatEvent.PlanShown(ready.plan(), ready.hash()));
        answered("I proposed a plan.", false);
        yield new Heard.Plan(ready, proposal.understood(), proposal.untrusted());
      }
      case Verdict.Refused refused -> {
        desk.note(planner.actor(), new ChatEvent.PlanRefused(refused.plan(), refused.problems()));
        answered("The plan was refused.", false);
        yield new Heard.Refused(refused, proposal.understood());
      }
    };
  }

  private Heard words(Reply reply, String kind, String text) {
    desk.note(planner.actor(), new ChatEvent.Answered(kind, text));
    answered(text, reply instanceof Reply.Question);
    return new Heard.Words(reply, text);
  }

  private void answered(String text, boolean question) {
    dialogue = dialogue.plus(new Turn(Speaker.PLANNER, text, question));
  }

  /** The person said yes, and the plan was run. */
  public void ran() {
    dialogue = dialogue.plus(Dialogue.RAN);
  }

  /** The person said no to a plan. */
  public void decline(Verdict.Ready plan) {
    desk.note(person, new ChatEvent.PlanDeclined(plan.hash()));
  }
}
