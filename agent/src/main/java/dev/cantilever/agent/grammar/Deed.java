package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.Phrasebook.Act;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An act with what was said about it; the values may be added to. */
record Deed(Act act, Map<String, String> values) {

  Deed(Act act) {
    this(act, new LinkedHashMap<>(OperationDomain.values(act.sets())));
  }

  Deed copy() {
    return new Deed(act, new LinkedHashMap<>(values));
  }

  boolean hasAny(Set<String> slots) {
    return slots.stream().anyMatch(values::containsKey);
  }
}
