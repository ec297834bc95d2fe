package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.util.List;

/** The verdict on a stored journal. */
public sealed interface Verification {

  /** Every hash and proof holds. */
  record Intact(long entries, Hash root, boolean sealed) implements Verification {}

  /** Something was changed; each finding says where. */
  record Broken(List<Finding> findings) implements Verification {

    public Broken {
      findings = List.copyOf(findings);
    }
  }

  /** One place that is not as it was written. */
  record Finding(String where, String what) {}
}
