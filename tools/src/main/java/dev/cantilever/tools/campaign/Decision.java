package dev.cantilever.tools.campaign;

/** What a campaign does next. */
public sealed interface Decision {

  /** Work out the next batch. */
  record Propose(int iteration, int size) implements Decision {}

  /** Value what was measured at a site anew, since something else is wanted. */
  record Revalue(int site) implements Decision {}

  /** Bring the probe to a site and take data there. */
  record Measure(int site) implements Decision {}

  /** Nothing more is to be done. */
  record Finish(String reason) implements Decision {}
}
