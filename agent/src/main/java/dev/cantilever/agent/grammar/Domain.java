package dev.cantilever.agent.grammar;

import java.util.List;

/** A kind of work that can be asked for. */
interface Domain {

  Lexicon lexicon();

  /** Whether a sentence asks for this kind of work, and not just gives a value. */
  boolean begins(Heard sentence);

  /**
   * Work of which nothing was said yet.
   *
   * @param before what was worked on before, whose instrument may be meant again
   * @param seed for random choices, where no sentence says another
   */
  Work begin(List<Work> before, long seed);

  /** Those that a sentence may have meant. */
  List<String> abilities(Heard sentence);

  /** To finish "I can …", with an example; line by line. */
  List<String> abilities();
}
