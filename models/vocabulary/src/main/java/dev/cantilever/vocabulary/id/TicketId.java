package dev.cantilever.vocabulary.id;

import java.util.regex.Pattern;

/** Names one approval of this installation, asked for or given: {@code ticket-1}. */
public record TicketId(String value) {

  /** Form of every ticket id. */
  public static final Pattern FORM = Pattern.compile("ticket-[1-9][0-9]{0,9}");

  public TicketId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a ticket id: \"" + value + "\"; expected " + FORM);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
