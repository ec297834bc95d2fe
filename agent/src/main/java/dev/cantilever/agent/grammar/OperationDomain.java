package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.agent.knowledge.Phrasebook.Act;
import dev.cantilever.agent.knowledge.Phrasebook.Assignment;
import dev.cantilever.agent.knowledge.Phrasebook.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings, moves, scans and what is worked out of them: the acts of a phrasebook. */
record OperationDomain(Phrasebook book, Lexicon lexicon) implements Domain {

  static OperationDomain of(Phrasebook book, Words words) {
    List<Phrase> phrases = new ArrayList<>();
    for (Act act : book.acts()) {
      act.say().forEach(say -> add(phrases, Means.ACT, act.name(), say, List.of(), words));
    }
    book.phrases()
        .forEach(
            one -> one.say().forEach(say -> add(phrases, Means.VALUE, "", say, one.sets(), words)));
    Controls.ofChanges(book, words).forEach(phrases::add);
    Map<String, Lexicon.Slot> slots =
        book.slots().stream()
            .collect(
                Collectors.toMap(
                    Phrasebook.Slot::name, slot -> new Lexicon.Slot(slot.kind(), slot.label())));
    return new OperationDomain(book, new Lexicon(words, slots, phrases, true));
  }

  private static void add(
      List<Phrase> phrases,
      Means means,
      String name,
      String say,
      List<Assignment> sets,
      Words words) {
    phrases.add(Phrase.of(means, name, say, values(sets), words::isSilent));
  }

  static Map<String, String> values(List<Assignment> sets) {
    return sets.stream().collect(Collectors.toMap(Assignment::slot, Assignment::value));
  }

  Act act(String name) {
    return named(book.acts(), Act::name, name);
  }

  Call call(String tool) {
    return named(book.calls(), Call::tool, tool);
  }

  Phrasebook.Slot slot(String name) {
    return named(book.slots(), Phrasebook.Slot::name, name);
  }

  Phrasebook.Fact fact(String name) {
    return named(book.facts(), Phrasebook.Fact::name, name);
  }

  private static <T> T named(
      List<T> all, java.util.function.Function<T, String> nameOf, String name) {
    return all.stream()
        .filter(one -> nameOf.apply(one).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the phrasebook lacks " + name));
  }

  /** Slots that can be said with an act. */
  Set<String> accepted(Act act) {
    Set<String> slots = new HashSet<>();
    act.settings().forEach(tool -> slots.addAll(slots(call(tool))));
    if (!act.call().isEmpty()) {
      slots.addAll(slots(call(act.call())));
    }
    if (!act.needs().isEmpty()) {
      slots.addAll(accepted(act(act.needs())));
    }
    return slots;
  }

  /** Calls of an act itself, and of the settings that were said with it. */
  List<Call> calls(Deed deed) {
    List<Call> calls = new ArrayList<>();
    deed.act().settings().stream()
        .map(this::call)
        .filter(call -> deed.hasAny(slots(call)))
        .forEach(calls::add);
    if (!deed.act().call().isEmpty()) {
      calls.add(call(deed.act().call()));
    }
    return calls;
  }

  /** Slots of the arguments of a call, and those that belong to it otherwise. */
  static Set<String> slots(Call call) {
    Set<String> slots = new HashSet<>(call.also());
    call.arguments().stream()
        .map(Phrasebook.Argument::slot)
        .filter(slot -> !slot.isEmpty())
        .map(slot -> slot.replaceAll("\\..*", ""))
        .forEach(slots::add);
    return slots;
  }

  @Override
  public boolean begins(Heard sentence) {
    return sentence.has(Means.ACT);
  }

  @Override
  public Work begin(List<Work> before, long seed) {
    String instrument =
        before.stream()
            .filter(OperationWork.class::isInstance)
            .map(work -> ((OperationWork) work).instrument())
            .filter(name -> !name.isEmpty())
            .reduce((first, second) -> second)
            .orElse("");
    return new OperationWork(this, instrument);
  }

  @Override
  public List<String> abilities(Heard sentence) {
    return sentence
        .of(Means.ACT)
        .map(spoken -> ability(act(spoken.phrase().name())))
        .distinct()
        .toList();
  }

  private static String ability(Act act) {
    return "I can %s; say for example: %s".formatted(act.title(), act.example());
  }

  @Override
  public List<String> abilities() {
    return book.acts().stream().map(OperationDomain::ability).toList();
  }
}
