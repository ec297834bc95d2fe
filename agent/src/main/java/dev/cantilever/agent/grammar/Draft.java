package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.knowledge.Phrasebook.Call;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes a plan of acts, or says why not.
 *
 * @param notes what else the person must see, such as words that were taken for others
 */
record Draft(OperationDomain domain, List<Deed> deeds, String goal, List<String> notes) {

  /**
   * What comes of it.
   *
   * @param named the instrument that was named; empty where none was
   * @param before the instrument that was meant before; empty where there was none
   */
  Reply reply(Instruments instruments, String named, String before) {
    return switch (Choice.of(instruments, named, before, needed())) {
      case Choice.Open open -> new Reply.Question(open.question());
      case Choice.None none -> new Reply.Cannot("This is not possible: " + none.because());
      case Choice.Chosen chosen -> {
        Optional<JsonNode> state = instruments.state(chosen.name());
        yield state.isEmpty()
            ? new Reply.Cannot("%s does not answer; look at its cable.".formatted(chosen.name()))
            : planned(chosen, new Situation(state.get()), instruments);
      }
    };
  }

  private Reply planned(Choice.Chosen chosen, Situation situation, Instruments instruments) {
    Drafting drafting = new Drafting(domain, chosen, situation, instruments);
    deeds.forEach(drafting::add);
    if (!drafting.conflicts().isEmpty()) {
      return new Reply.Cannot(String.join("\n", drafting.conflicts()));
    }
    if (!drafting.questions().isEmpty()) {
      return new Reply.Question(String.join("\n", drafting.questions()));
    }
    List<String> understood = new ArrayList<>();
    understood.add("read as: " + canonical());
    understood.addAll(notes);
    understood.add("instrument: " + chosen.name() + chosen.why());
    understood.addAll(drafting.lines());
    return new Reply.Proposal(
        new Plan(goal, drafting.steps()), understood.stream().distinct().toList());
  }

  private String canonical() {
    return deeds.stream().map(this::canonical).collect(Collectors.joining("; "));
  }

  private String canonical(Deed deed) {
    String name = deed.act().name().replace('_', ' ');
    String values =
        deed.values().entrySet().stream()
            .map(one -> domain.slot(one.getKey()).label() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? name : name + " " + values;
  }

  /** Verbs that the instrument must offer. */
  private Set<String> needed() {
    Set<String> needed = new TreeSet<>();
    deeds.forEach(deed -> needed(deed, needed));
    return needed;
  }

  private void needed(Deed deed, Set<String> needed) {
    domain.calls(deed).forEach(call -> add(call, needed));
    if (!deed.act().needs().isEmpty()) {
      needed(new Deed(domain.act(deed.act().needs()), deed.values()), needed);
    }
  }

  private static void add(Call call, Set<String> needed) {
    if (!call.verb().equals(Call.NO_VERB)) {
      needed.add(verb(call));
    }
  }

  static String verb(Call call) {
    return call.verb().isEmpty() ? call.tool() : call.verb();
  }
}
