package dev.cantilever.agent.knowledge;

import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;

/**
 * A kind of experiment that can be asked for in words.
 *
 * @param title what it does, to finish the sentence "I can …"
 * @param goals verbs, one of which a sentence must hold
 * @param subjects phrases, one of which a sentence must hold
 * @param objects phrases that a sentence may hold
 * @param slots what varies
 * @param tool what to call
 * @param fixed arguments that never vary
 */
public record Recipe(
    String name,
    String title,
    String example,
    List<String> goals,
    List<String> subjects,
    List<String> objects,
    List<Slot> slots,
    String tool,
    List<Fixed> fixed) {

  /** The preset of a slot that is left out of the call where nobody says it. */
  public static final String LEFT_OUT = "none";

  public Recipe {
    goals = List.copyOf(goals);
    subjects = List.copyOf(subjects);
    objects = List.copyOf(objects);
    slots = List.copyOf(slots);
    fixed = List.copyOf(fixed);
  }

  /**
   * An argument that a sentence may give.
   *
   * @param phrases how; {@code {n}} stands for a whole number, {@code {q}} for a number with unit
   * @param question asked where it is missing and has no default
   * @param preset what holds where it is missing; empty for none
   */
  public record Slot(
      String name, SlotKind kind, List<String> phrases, String question, String preset) {

    public Slot {
      phrases = List.copyOf(phrases);
    }
  }

  /** An argument that never varies; its value is any JSON. */
  public record Fixed(String name, JsonText value) {}
}
