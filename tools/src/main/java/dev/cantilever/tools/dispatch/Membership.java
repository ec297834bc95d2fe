package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.journal.MerkleProof;
import dev.cantilever.vocabulary.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a call is one of those whose root a person approved.
 *
 * @param index number of the possible call, from 0
 * @param size how many possible calls there are
 * @param path the hashes that lead to the root
 */
public record Membership(PossibleCall call, int index, int size, List<Hash> path) {

  public Membership {
    path = List.copyOf(path);
  }

  /** Why it proves nothing for this call under this root; empty where it does. */
  Optional<String> objection(Hash root, String number, Step.Call asked, CallReader reader) {
    return MerkleProof.includes(call.leaf(), index, size, path, root)
        ? call.objection(number, asked, reader)
        : Optional.of("it is not a step of the approved plan");
  }
}
