package dev.cantilever.vocabulary.id;

import java.util.regex.Pattern;

/** Names one instrument of this installation, as its profile file does. */
public record InstrumentId(String value) {

  /** Form of every instrument id. */
  public static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public InstrumentId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a instrument id: \"" + value + "\"; expected " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
