package dev.cantilever.vocabulary.command;

/** How much happens without a person, in rising order. */
public enum Autonomy {
  /** Nothing runs that acts on an instrument. */
  OBSERVE("nothing acts on an instrument"),
  /** A person approves a plan, and is asked again before every step of it that acts. */
  ASSIST("a person approves every plan and every step that acts"),
  /** A person approves a plan as a whole. */
  SUPERVISE("a person approves every plan"),
  /** A plan that lies inside a lease runs without a question; any other is approved as a whole. */
  AUTONOMOUS("plans inside a lease run; a person approves every other");

  private final String words;

  Autonomy(String words) {
    this.words = words;
  }

  /** What it means, for people. */
  public String words() {
    return words;
  }
}
