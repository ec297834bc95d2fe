package dev.cantilever.vocabulary.event;

/** What a person takes a tool of a foreign server to do. */
public enum ForeignUse {
  /** It only tells something; planners may call it. */
  READS("reads; planners may call it"),
  /** It changes something out there; it is called only as a step that a person approved. */
  ACTS("acts; a person approves every plan with it");

  private final String words;

  ForeignUse(String words) {
    this.words = words;
  }

  /** What it means, for people. */
  public String words() {
    return words;
  }
}
