package dev.cantilever.tools.journal;

import dev.cantilever.tools.checkpoint.VerifierKey;
import java.nio.file.Path;
import java.util.List;

/**
 * What a journal is held against besides itself.
 *
 * @param key that signs its checkpoints
 * @param files with signed checkpoints; those that are not there are left out
 */
public record Evidence(VerifierKey key, List<Path> files) {

  public Evidence {
    files = List.copyOf(files);
  }
}
