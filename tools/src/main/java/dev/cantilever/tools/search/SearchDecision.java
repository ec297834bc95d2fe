package dev.cantilever.tools.search;

/** What a search does next. */
sealed interface SearchDecision {

  /** Try the next trial of the queue. */
  record Try(int trial) implements SearchDecision {}

  /** Work out the next trials. */
  record Propose(int iteration, int size) implements SearchDecision {}

  /** End. */
  record Finish(String reason) implements SearchDecision {}
}
