package dev.cantilever.vocabulary.command;

/** Whom a call needs before it runs, in rising order. */
public enum Asking {
  /** Nobody. */
  NOTHING("asks nobody", 0),
  /** Nobody, but it is told. */
  NOTIFY("asks nobody and is told", 0),
  /** One person. */
  ONE_PERSON("asks a person", 1),
  /** Two different persons. */
  TWO_PERSONS("asks two persons", 2),
  /** It does not run, whoever says yes. */
  DENY("is denied", Integer.MAX_VALUE);

  private final String words;
  private final int persons;

  Asking(String words, int persons) {
    this.words = words;
    this.persons = persons;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** How many different persons say yes at least. */
  public int persons() {
    return persons;
  }
}
