package dev.cantilever.vocabulary.id;

import java.util.regex.Pattern;

/** Names one lease of this installation: {@code lease-1}. */
public record LeaseId(String value) {

  /** Form of every lease id. */
  public static final Pattern FORM = Pattern.compile("lease-[1-9][0-9]{0,9}");

  public LeaseId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a lease id: \"" + value + "\"; expected " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
