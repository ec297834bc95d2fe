package dev.cantilever.vocabulary.id;

import java.util.regex.Pattern;

/** Names one run: an executed plan with its data and exit status. */
public record RunId(String value) {

  /** Form of every run id. */
  public static final Pattern FORM = Pattern.compile("(run-[0-9]{4,9}|desk)");

  public RunId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a run id: \"" + value + "\"; expected " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
