package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The verdict on a stored journal. */
public sealed interface Verification {

  /**
   * Every hash and proof holds.
   *
   * @param signed what signed checkpoints say; empty where it was held against none
   */
  record Intact(long entries, Hash root, boolean sealed, Optional<Signed> signed)
      implements Verification {

    /** Held against no checkpoint. */
    public Intact(long entries, Hash root, boolean sealed) {
      this(entries, root, sealed, Optional.empty());
    }
  }

  /**
   * Signed checkpoints that all fit.
   *
   * @param checkpoints how many
   * @param size entries under the last of them
   * @param time when that was signed
   * @param keyId by which key
   */
  record Signed(int checkpoints, long size, Instant time, String keyId) {}

  /** Something was changed; each finding says where. */
  record Broken(List<Finding> findings) implements Verification {

    public Broken {
      findings = List.copyOf(findings);
    }
  }

  /** One place that is not as it was written. */
  record Finding(String where, String what) {}
}
