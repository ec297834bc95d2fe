package dev.cantilever.tools.rule;

import dev.cantilever.vocabulary.command.Asking;
import java.util.regex.Pattern;

/**
 * One rule of the list.
 *
 * @param id what it is called in decisions, on cards and in refusals
 */
public record Rule(String id, When when, Asking asks) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public Rule {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a rule is called in small letters, digits and hyphens, such as near-limit, not \"%s\""
              .formatted(id));
    }
  }
}
