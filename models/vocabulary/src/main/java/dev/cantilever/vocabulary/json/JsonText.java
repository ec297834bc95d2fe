package dev.cantilever.vocabulary.json;

/**
 * One JSON value in canonical form (RFC 8785), carried where the reader knows its type and the
 * carrier does not: arguments and results of tools inside plans and events. In a JSON document it
 * stands as the value itself, not as quoted text.
 */
public record JsonText(String canonical) {

  @Override
  public String toString() {
    return canonical;
  }
}
