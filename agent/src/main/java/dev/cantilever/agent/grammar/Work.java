package dev.cantilever.agent.grammar;

import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import java.util.List;

/** What is wanted, as far as it was said; a later sentence may say more or something else. */
interface Work {

  /** The kind of work that it is. */
  Domain domain();

  /**
   * Values that a sentence may name by themselves, the likeliest first.
   *
   * @param correction whether the sentence says that something was wrong
   */
  List<Phrase> bare(boolean correction);

  /**
   * Whether a sentence says more of this work, or something else of it.
   *
   * @param correction whether values that were given already could be named by themselves
   */
  boolean continues(Heard sentence, boolean correction);

  /** The same after one more sentence. */
  Work plus(Heard sentence);

  /**
   * The same once its plan was run: nothing can be added to it any more, but it can be repeated.
   */
  Work done();

  /** What comes of it now. */
  Reply reply(ToolDesk desk);
}
