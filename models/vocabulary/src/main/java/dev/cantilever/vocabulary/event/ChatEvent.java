package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;

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
   * @param use what was given to it and what it took; empty where no answer was begun
   */
  record ModelTurn(
      String model, String promptHash, String finish, String text, Optional<ModelUse> use)
      implements ChatEvent {}

  /**
   * What one exchange took.
   *
   * @param toolsHash SHA-256 of the names, descriptions and schemas of the tools as offered
   * @param estimated whether the tokens are counted by us, because the server did not tell
   * @param repeats how often a busy server was asked again
   */
  record ModelUse(
      String toolsHash, long tokensIn, long tokensOut, boolean estimated, int repeats) {}

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
