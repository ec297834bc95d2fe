package dev.cantilever.vocabulary.id;

import java.util.regex.Pattern;

/** Names one tool call inside a run, counted from the first: {@code call-1}. */
public record CallId(String value) {

  /** Form of every call id. */
  public static final Pattern FORM = Pattern.compile("call-[1-9][0-9]{0,9}");

  public CallId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a call id: \"" + value + "\"; expected " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
