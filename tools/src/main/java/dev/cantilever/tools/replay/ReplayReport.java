package dev.cantilever.tools.replay;

import java.util.List;

/**
 * What came of recomputing.
 *
 * @param compared how many numbers and decisions were recomputed
 * @param differences those that are not bit for bit as journalled
 */
public record ReplayReport(int compared, List<Difference> differences) {

  public ReplayReport {
    differences = List.copyOf(differences);
  }

  /**
   * One that is not as journalled.
   *
   * @param what which decision or number
   */
  public record Difference(String what, String journalled, String recomputed) {}

  public boolean isEqual() {
    return differences.isEmpty();
  }

  /** In one line. */
  public String inWords() {
    return "%d of %d equal".formatted(compared - differences.size(), compared);
  }
}
