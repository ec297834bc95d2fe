package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.Phrasebook;
import java.util.Map;

/** What a sentence was taken for. */
sealed interface Understood {

  /** Work, with what was said of it before. */
  record Wanted(Work work) implements Understood {}

  /** A word to the planner itself. */
  record Told(Phrasebook.Word word, Map<String, String> values) implements Understood {}

  /** Nothing that may be acted on. */
  record Nothing(String because) implements Understood {}
}
