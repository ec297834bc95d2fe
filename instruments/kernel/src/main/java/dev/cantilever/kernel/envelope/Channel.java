package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.quantity.QuantityKind;

/** The quantities by which commands act on an instrument; each needs a limit to be usable. */
public enum Channel {
  PROBE_X("probe x", QuantityKind.LENGTH),
  PROBE_Y("probe y", QuantityKind.LENGTH),
  PROBE_SPEED("probe speed", QuantityKind.SPEED),
  BIAS("bias", QuantityKind.VOLTAGE);

  private final String label;
  private final QuantityKind kind;

  Channel(String label, QuantityKind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** The words for people. */
  public String label() {
    return label;
  }

  public QuantityKind kind() {
    return kind;
  }
}
