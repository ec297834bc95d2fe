package dev.cantilever.agent.model;

import dev.cantilever.agent.foreign.CatalogueName;
import java.util.List;

/** Where what a tool returns is from, and whether its text can be relied upon. */
enum Origin {
  /** Worked out by this program from numbers. */
  COMPUTED("this program", true),
  /** Worked out by this program of numbers that only stand in a text. */
  DERIVED("this program, of what a text says", false),
  /** Words of an instrument, and of whoever set it up. */
  INSTRUMENT("an instrument", false),
  /** Words of whoever made a file. */
  FILE("a file", false),
  /** Words of a server of somebody else. */
  FOREIGN("a foreign server", false),
  /** Notes that ship, each with its source. */
  NOTE("the knowledge base", false);

  private static final List<String> COMPUTING =
      List.of(
          "surrogate.",
          "acquisition.",
          "reward.",
          "pareto.",
          "hypothesis.",
          "space.",
          "campaign.",
          "search.",
          "plan.");

  private final String words;
  private final boolean trusted;

  Origin(String words, boolean trusted) {
    this.words = words;
    this.trusted = trusted;
  }

  /** The origin of a tool's results; of one that is not known here, the least trusted. */
  static Origin of(String tool) {
    if (COMPUTING.stream().anyMatch(tool::startsWith)) {
      return COMPUTED;
    }
    if (tool.startsWith(CatalogueName.PREFIX)) {
      return FOREIGN;
    }
    if (tool.startsWith("knowledge.")) {
      return NOTE;
    }
    return tool.startsWith("data.") || tool.startsWith("text.") ? FILE : INSTRUMENT;
  }

  String words() {
    return words;
  }

  boolean trusted() {
    return trusted;
  }
}
