package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.dispatch.Membership;
import dev.cantilever.tools.dispatch.PossibleCall;
import dev.cantilever.tools.journal.MerkleProof;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call that a plan may make, in the order of the text, and the root over them. */
public final class PossibleCalls {

  private final Catalogue catalogue;
  private final List<PossibleCall> calls = new ArrayList<>();
  private final List<Hash> leaves = new ArrayList<>();
  private final Map<String, Membership> proofs = new HashMap<>();

  private PossibleCalls(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Those of a checked plan. */
  public static PossibleCalls of(Plan plan, Catalogue catalogue) {
    PossibleCalls possible = new PossibleCalls(catalogue);
    possible.add(plan.steps(), "");
    possible.calls.forEach(call -> possible.leaves.add(call.leaf()));
    return possible;
  }

  private void add(List<Step> steps, String prefix) {
    for (int i = 0; i < steps.size(); i++) {
      String number = prefix + (i + 1);
      switch (steps.get(i)) {
        case Step.Call call -> calls.add(possible(call, number));
        case Step.Repeat repeat -> add(repeat.steps(), rounds(number, repeat.atMost()));
        case Step.ForEach each -> add(each.steps(), rounds(number, each.atMost()));
        case Step.When when -> {
          add(when.steps(), number + ".");
          add(when.otherwise(), number + ".otherwise.");
        }
        case Step.Measure measure -> {}
        case Step.Checkpoint checkpoint -> {}
        case Step.Ask ask -> {}
      }
    }
  }

  private static String rounds(String number, int most) {
    return "%s#%d.".formatted(number, most);
  }

  private PossibleCall possible(Step.Call call, String number) {
    JsonNode written = StrictJson.ours(call.arguments().canonical());
    List<PossibleCall.Open> open =
        Template.holes(written).stream()
            .map(
                hole ->
                    new PossibleCall.Open(
                        hole.pointer(),
                        hole.written().path(Reference.MARK).asText(),
                        hole.range().map(Range::approved)))
            .toList();
    JsonNode empty = Template.fill(written, hole -> JsonNodeFactory.instance.nullNode());
    return new PossibleCall(
        number,
        call.tool(),
        catalogue.description(call.tool()).orElse("unknown"),
        new JsonText(CanonicalJson.text(empty)),
        open);
  }

  public List<PossibleCall> calls() {
    return List.copyOf(calls);
  }

  /** The gravest effect of them; {@link Effect#COMPUTE} where there is none. */
  public Effect most() {
    return calls.stream()
        .map(call -> effect(call.tool()))
        .max(Comparator.naturalOrder())
        .orElse(Effect.COMPUTE);
  }

  /** What a tool may change at most. */
  Effect effect(String tool) {
    return catalogue.find(tool).map(entry -> entry.tool().card().effect()).orElse(Effect.EXPOSE);
  }

  /** What a person approves with the plan. */
  public Hash root() {
    return MerkleProof.root(leaves);
  }

  /** Proof for the step with this number; empty where no step has it. */
  public Optional<Membership> membership(String number) {
    return Optional.ofNullable(
        proofs.computeIfAbsent(PossibleCall.withoutRounds(number), this::proof));
  }

  private Membership proof(String step) {
    for (int i = 0; i < calls.size(); i++) {
      if (PossibleCall.withoutRounds(calls.get(i).step()).equals(step)) {
        return new Membership(calls.get(i), i, calls.size(), MerkleProof.inclusion(leaves, i));
      }
    }
    return null;
  }
}
