package dev.cantilever.agent.web;

import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A variable part of a path. In none of the forms can a slash stand, or two dots side by side. */
public enum PathPart {
  /** A run, such as {@code run-0001}; the talk is {@code desk}. */
  RUN(RunId.FORM, "run-0001"),
  /** A second run, beside which the first is laid. */
  OTHER(RunId.FORM, "run-0002"),
  /** A content hash. */
  HASH(Pattern.compile("sha256:[0-9a-f]{64}"), "sha256:" + "0".repeat(64)),
  /** A tool, such as {@code surrogate.fit}. */
  TOOL(Pattern.compile("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,40}){0,3}"), "pareto.front"),
  /** An approval, such as {@code ticket-3}. */
  TICKET(TicketId.FORM, "ticket-1"),
  /** An instrument, such as {@code afm}. */
  INSTRUMENT(InstrumentId.FORM, "afm"),
  /** A site of a grid, by its number. */
  SITE(Pattern.compile("[0-9]{1,8}"), "1275"),
  /** A folder of the page. */
  ROOM(Pattern.compile("[a-z]{1,20}"), "lib"),
  /** A file of the page. */
  ASSET(Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,40}\\.(js|css|svg|txt)"), "main.js");

  private final Pattern form;
  private final String example;

  PathPart(Pattern form, String example) {
    this.form = form;
    this.example = example;
  }

  /** As it stands in the braces. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Pattern form() {
    return form;
  }

  public String example() {
    return example;
  }

  static PathPart named(String word) {
    return Arrays.stream(values())
        .filter(part -> part.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no part of a path is named " + word));
  }
}
