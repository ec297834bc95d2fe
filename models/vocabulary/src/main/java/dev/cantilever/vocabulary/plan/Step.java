package dev.cantilever.vocabulary.plan;

import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;

/**
 * One step of a plan. A value of an earlier step stands as {@code {"$": "name.field"}}, where
 * {@code name} is what that step called its result. There is no loop without an end, and nothing in
 * a plan that could call out.
 */
public sealed interface Step {

  /** What a name looks like. */
  String NAME = "[a-z][a-z0-9_]{0,39}";

  /**
   * One call of a tool.
   *
   * @param arguments once checked in canonical form, with units converted and defaults written out,
   *     where no value of an earlier step is in them
   */
  record Call(
      @Doc("Name of the tool with its dot, for example spm.scan.") @Text(maxLength = 80)
          String tool,
      @Doc("Its arguments, an object; {\"$\": \"name.field\"} is a value of an earlier step.")
          JsonText arguments,
      @Doc("Name by which later steps refer to the result.") @Text(maxLength = 40, pattern = NAME)
          Optional<String> as)
      implements Step {

    /** A call to whose result nothing refers. */
    public Call(String tool, JsonText arguments) {
      this(tool, arguments, Optional.empty());
    }
  }

  /** Steps again and again, until a condition holds after a round or the rounds are used up. */
  record Repeat(
      @Doc("How many rounds at most.") @Bounds(min = 1, max = 10_000) int atMost,
      @Doc("Ends the rounds where it holds, for example look.duration < 2 s.")
          @Text(maxLength = 1_000)
          Optional<String> until,
      @Doc("The steps of a round.") @Items(min = 1, max = 50) List<Step> steps)
      implements Step {

    public Repeat {
      steps = List.copyOf(steps);
    }
  }

  /** Steps once for each item of a list. */
  record ForEach(
      @Doc("Name by which the steps refer to the item.") @Text(maxLength = 40, pattern = NAME)
          String item,
      @Doc("The list, or a list of an earlier step as {\"$\": \"name.field\"}.") JsonText in,
      @Doc("How many items the list has at most.") @Bounds(min = 1, max = 10_000) @Default("100")
          int atMost,
      @Doc("The steps for one item.") @Items(min = 1, max = 50) List<Step> steps)
      implements Step {

    public ForEach {
      steps = List.copyOf(steps);
    }
  }

  /** Steps if a condition holds, others if not. */
  record When(
      @Doc("The condition, for example look.duration < 2 s and tries >= 3.")
          @Text(maxLength = 1_000)
          String condition,
      @Doc("The steps if it holds.") @Items(min = 1, max = 50) List<Step> steps,
      @Doc("The steps if it does not hold.") @Items(max = 50) @Default("[]") List<Step> otherwise)
      implements Step {

    public When {
      steps = List.copyOf(steps);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Writes a value of an earlier step down as a finding of the run. */
  record Measure(
      @Doc("What the finding is called.") @Text(maxLength = 40, pattern = NAME) String as,
      @Doc("The value, as {\"$\": \"name.field\"}.") JsonText value)
      implements Step {}

  /** A place where a run may be paused: the instrument is not in the middle of anything. */
  record Checkpoint(@Doc("What is done by then, in words.") @Text(maxLength = 200) String name)
      implements Step {}

  /** Waits for a person's answer. */
  record Ask(
      @Doc("The question.") @Text(maxLength = 1_000) String question,
      @Doc("The answers to choose from.") @Items(min = 2, max = 12) @Text(maxLength = 80)
          List<String> options,
      @Doc("How long to wait; then the run stops and can be resumed.")
          @Bounds(min = 1, max = 604_800)
          @Default("\"1 h\"")
          TimeSpan within,
      @Doc("Name by which conditions refer to the answer, as name is \"yes\".")
          @Text(maxLength = 40, pattern = NAME)
          String as)
      implements Step {

    public Ask {
      options = List.copyOf(options);
    }
  }
}
