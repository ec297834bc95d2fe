package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.canonical.MerklePath;
import dev.cantilever.vocabulary.plan.Step;
import java.util.Optional;

/** Proof that a call is one of those whose root a person approved. */
public record Membership(PossibleCall call, MerklePath path) {

  /** Why it proves nothing for this call under this root; empty where it does. */
  Optional<String> objection(Hash root, String number, Step.Call asked, CallReader reader) {
    return path.leads(call.bytes(), root)
        ? call.objection(number, asked, reader)
        : Optional.of("it is not a step of the approved plan");
  }
}
