package dev.cantilever.agent.knowledge;

import dev.cantilever.vocabulary.schema.Default;
import java.util.List;

/**
 * How people of one language ask for work on an instrument. In a phrase, {@code [a|b]} is one of
 * several, {@code (a)} may be left out, <code>{slot}</code> is a value, <code>{one=other}</code>
 * the same value for both, and <code>{slot:Hz}</code> a bare number in that unit.
 *
 * @param silent words that change nothing, wherever they stand
 * @param fillers words that may stand between phrases
 * @param guarded words that are never taken for misspelt ones
 * @param units other words for units
 */
public record Phrasebook(
    String language,
    List<String> silent,
    List<String> fillers,
    List<String> guarded,
    List<Numeral> numerals,
    List<Alias> units,
    List<Slot> slots,
    List<Call> calls,
    List<Fact> facts,
    List<Usual> usual,
    List<Act> acts,
    List<Phrase> phrases,
    List<Control> controls,
    List<Refusal> refusals) {

  public Phrasebook {
    silent = List.copyOf(silent);
    fillers = List.copyOf(fillers);
    guarded = List.copyOf(guarded);
    numerals = List.copyOf(numerals);
    units = List.copyOf(units);
    slots = List.copyOf(slots);
    calls = List.copyOf(calls);
    facts = List.copyOf(facts);
    usual = List.copyOf(usual);
    acts = List.copyOf(acts);
    phrases = List.copyOf(phrases);
    controls = List.copyOf(controls);
    refusals = List.copyOf(refusals);
  }

  /** A number in words. */
  public record Numeral(String word, int value) {}

  /** A word and the symbol that it stands for. */
  public record Alias(String word, String unit) {}

  /**
   * Something that a sentence can say.
   *
   * @param label for people
   * @param question asked where it is missing; empty where it never is
   * @param insteadOf slots that hold no longer where this one is said
   * @param or slots that are meant where an act does not know this one
   */
  public record Slot(
      String name,
      SlotKind kind,
      String label,
      @Default("\"\"") String question,
      @Default("[]") List<String> insteadOf,
      @Default("[]") List<String> or) {

    public Slot {
      insteadOf = List.copyOf(insteadOf);
      or = List.copyOf(or);
    }
  }

  /**
   * A tool and where its arguments come from.
   *
   * @param verb what an instrument must offer for it; empty where it is named like the tool, {@link
   *     #NO_VERB} where it needs no instrument
   * @param needs facts that must hold before
   * @param gives facts that hold afterwards
   * @param ends facts that hold no longer
   * @param also slots that belong to it without being arguments
   */
  public record Call(
      String tool,
      @Default("\"\"") String verb,
      @Default("[]") List<Argument> arguments,
      @Default("[]") List<String> needs,
      @Default("[]") List<String> gives,
      @Default("[]") List<String> ends,
      @Default("[]") List<String> also) {

    /** For calls that only compute. */
    public static final String NO_VERB = "none";

    public Call {
      arguments = List.copyOf(arguments);
      needs = List.copyOf(needs);
      gives = List.copyOf(gives);
      ends = List.copyOf(ends);
      also = List.copyOf(also);
    }
  }

  /**
   * One argument.
   *
   * @param slot empty for one that no sentence says
   * @param assumed its value where nobody says; empty for none
   * @param now the channel whose readback it is where nobody says, or {@code here}
   * @param picture the channel of the last scan, by its number, whose picture it is
   */
  public record Argument(
      String name,
      @Default("\"\"") String slot,
      @Default("\"\"") String assumed,
      @Default("\"\"") String now,
      @Default("\"\"") String picture) {}

  /**
   * What may have to be brought about first.
   *
   * @param by the act that does
   * @param words to finish "needs …"
   */
  public record Fact(String name, String by, String words) {}

  /** What a value usually is on one of the simulated instruments that ship. */
  public record Usual(String instrument, String slot, String value) {}

  /**
   * Something to be done.
   *
   * @param title to finish "I can …"
   * @param call the tool of the act itself; empty where only settings are made
   * @param settings tools of settings that may be said with it, in the order in which they are made
   * @param sets values that the act itself says
   * @param needs the act that comes before where it was not said, for its result
   * @param findings values of the result that are written down
   */
  public record Act(
      String name,
      String title,
      String example,
      List<String> say,
      @Default("\"\"") String call,
      @Default("[]") List<String> settings,
      @Default("[]") List<Assignment> sets,
      @Default("\"\"") String needs,
      @Default("[]") List<Finding> findings) {

    public Act {
      say = List.copyOf(say);
      settings = List.copyOf(settings);
      sets = List.copyOf(sets);
      findings = List.copyOf(findings);
    }
  }

  /** A value of a result that is worth a name. */
  public record Finding(String as, String of) {}

  /** Words that give values. */
  public record Phrase(List<String> say, @Default("[]") List<Assignment> sets) {

    public Phrase {
      say = List.copyOf(say);
      sets = List.copyOf(sets);
    }
  }

  /** A value that words give without naming it. */
  public record Assignment(String slot, String value) {}

  /**
   * Words to the planner itself.
   *
   * @param topic what they are about; empty for all
   */
  public record Control(Word word, List<String> say, @Default("\"\"") String topic) {

    public Control {
      say = List.copyOf(say);
    }
  }

  /** What can be said to the planner itself. */
  public enum Word {
    STOP,
    HELP,
    RUNS,
    WHY,
    RESULT,
    STATE,
    AGAIN,
    CHANGE,
    CORRECT,
    ADD,
    YES,
    NO,
    GREETING,
    UNDO
  }

  /**
   * What is never done, or cannot be.
   *
   * @param say words anywhere in a sentence that tell it
   * @param because the answer
   */
  public record Refusal(List<String> say, String because) {

    public Refusal {
      say = List.copyOf(say);
    }
  }
}
