package dev.cantilever.tools.cost;

/** What a cost counts. */
public enum CostKind {
  /** Seconds. */
  TIME("s"),
  /** Metres. */
  TRAVEL("m"),
  /** In the one unit in which a campaign counts dose. */
  DOSE("dose");

  private final String unit;

  CostKind(String unit) {
    this.unit = unit;
  }

  String unit() {
    return unit;
  }
}
