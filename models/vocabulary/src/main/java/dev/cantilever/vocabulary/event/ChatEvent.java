package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What was said and understood before anything ran. */
public sealed interface ChatEvent extends Event {

  /** A sentence from a person, as it was said. */
  record Said(String sentence) implements ChatEvent {}

  /** A planner's answer in words: a question, a refusal, a statement. */
  record Answered(String kind, String text) implements ChatEvent {}

  /**
   * One exchange with a language model.
   *
   * @param promptHash SHA-256 of the system prompt in force
   * @param finish how the turn ended on the wire
   * @param text what it said; never acted upon
   */
  record ModelTurn(String model, String promptHash, String finish, String text)
      implements ChatEvent {}

  /** A checked plan was put before a person. */
  record PlanShown(Plan plan, String planHash) implements ChatEvent {}

  /** A plan did not pass its check; nothing ran. */
  record PlanRefused(Plan plan, List<Problem> problems) implements ChatEvent {

    public PlanRefused {
      problems = List.copyOf(problems);
    }
  }

  /** The person said no. */
  record PlanDeclined(String planHash) implements ChatEvent {}
}
