package dev.cantilever.agent.planner;

import java.util.ArrayList;
import java.util.List;

/**
 * What was said so far.
 *
 * @param turns in order; the last is the sentence to answer
 * @param seed for the random choices of what is planned, unless the sentence says another
 */
public record Dialogue(List<Turn> turns, long seed) {

  public Dialogue {
    turns = List.copyOf(turns);
  }

  /**
   * One sentence.
   *
   * @param question whether it is a question of the planner's that waits for an answer
   */
  public record Turn(Speaker speaker, String text, boolean question) {}

  /** Who said it. */
  public enum Speaker {
    PERSON,
    PLANNER
  }

  /** The plan that was proposed last was run. */
  public static final Turn RAN = new Turn(Speaker.PLANNER, "The plan was run.", false);

  /** A dialogue of one sentence. */
  public static Dialogue of(String sentence, long seed) {
    return new Dialogue(List.of(new Turn(Speaker.PERSON, sentence, false)), seed);
  }

  /** This and one more turn. */
  public Dialogue plus(Turn turn) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(turn);
    return new Dialogue(longer, seed);
  }

  /** The sentence to answer. */
  public String sentence() {
    return turns.getLast().text();
  }

  /** Sentences of the person since the last one that was not answered by a question, in order. */
  public List<String> openSentences() {
    List<String> sentences = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.speaker() == Speaker.PERSON) {
        sentences.add(turn.text());
      } else if (!turn.question()) {
        sentences.clear();
      }
    }
    return sentences;
  }
}
