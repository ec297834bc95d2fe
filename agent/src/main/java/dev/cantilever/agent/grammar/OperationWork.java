package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Cover.Spoken;
import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.agent.knowledge.Phrasebook.Word;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Acts one after the other, each with the values that were said with it. */
final class OperationWork implements Work {

  private static final String INSTRUMENT = "instrument";

  private final OperationDomain domain;
  private final String before;
  private final List<String> said = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final Map<String, String> objections = new LinkedHashMap<>();
  private final List<String> strangers = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String named = "";
  private boolean done;

  /**
   * Nothing was said yet.
   *
   * @param before the instrument that was meant before; empty where there was none
   */
  OperationWork(OperationDomain domain, String before) {
    this.domain = domain;
    this.before = before;
  }

  @Override
  public Domain domain() {
    return domain;
  }

  /** The instrument that is or was meant; empty where none was named. */
  String instrument() {
    return named.isEmpty() ? before : named;
  }

  @Override
  public Work done() {
    done = true;
    return this;
  }

  @Override
  public Work plus(Heard sentence) {
    OperationWork next = new OperationWork(domain, before);
    next.named = named;
    next.said.addAll(said);
    next.said.add(sentence.text().strip());
    next.notes.addAll(sentence.spelling());
    next.objections.putAll(objections);
    deeds.forEach(deed -> next.deeds.add(deed.copy()));
    boolean adds = deeds.isEmpty() || sentence.has(Word.ADD);
    int known = next.deeds.size();
    if (adds) {
      sentence
          .of(Means.ACT)
          .forEach(act -> next.deeds.add(new Deed(domain.act(act.phrase().name()))));
    }
    next.hear(sentence, known);
    return next;
  }

  /** Gives every value to the act that it was said with: one before it if possible, else after. */
  private void hear(Heard sentence, int known) {
    int acts = known;
    for (Spoken spoken : sentence.spoken()) {
      if (spoken.phrase().means() == Means.ACT) {
        if (acts < deeds.size()) {
          give(deeds.get(acts), spoken);
          acts++;
        }
        continue;
      }
      if (spoken.phrase().means() == Means.VALUE) {
        value(spoken, known, acts);
      }
    }
  }

  private void value(Spoken spoken, int known, int acts) {
    if (spoken.values().containsKey(INSTRUMENT)) {
      name(spoken.values().get(INSTRUMENT));
      return;
    }
    for (Map<String, String> values : List.of(spoken.values(), elsewhere(spoken.values()))) {
      Optional<Deed> target = target(values.keySet(), known, acts);
      if (target.isPresent()) {
        give(target.get(), new Spoken(spoken.phrase(), values, spoken.objections()));
        return;
      }
    }
    strangers.add(String.join(", ", spoken.values().values()));
  }

  /** The same values for the slots that may be meant instead, of some act that was said. */
  private Map<String, String> elsewhere(Map<String, String> values) {
    Map<String, String> other = new LinkedHashMap<>();
    values.forEach(
        (slot, value) ->
            other.put(
                domain.slot(slot).or().stream()
                    .filter(
                        one -> deeds.stream().anyMatch(d -> domain.accepted(d.act()).contains(one)))
                    .findFirst()
                    .orElse(slot),
                value));
    return other;
  }

  private void name(String instrument) {
    boolean differs = !named.isEmpty() && !named.equals(instrument) && said.size() == 1;
    objections.remove(INSTRUMENT);
    if (differs) {
      objections.put(
          INSTRUMENT,
          "Two instruments are named, %s and %s; say which.".formatted(named, instrument));
    }
    named = instrument;
  }

  private Optional<Deed> target(Set<String> slots, int known, int acts) {
    List<Deed> likely = new ArrayList<>(deeds.subList(known, acts).reversed());
    likely.addAll(deeds.subList(acts, deeds.size()));
    List<Deed> earlier = deeds.subList(0, known).reversed();
    earlier.stream().filter(deed -> deed.hasAny(slots)).forEach(likely::add);
    likely.addAll(earlier);
    return likely.stream()
        .filter(deed -> domain.accepted(deed.act()).containsAll(slots))
        .findFirst();
  }

  private void give(Deed deed, Spoken spoken) {
    Set<String> given = spoken.values().keySet();
    String together = String.join("=", given);
    objections
        .keySet()
        .removeIf(slots -> !Collections.disjoint(given, List.of(slots.split("=", -1))));
    for (Map.Entry<String, String> one : spoken.values().entrySet()) {
      exclude(deed, one);
      String earlier = deed.values().put(one.getKey(), one.getValue());
      boolean differs = earlier != null && !earlier.equals(one.getValue());
      if (!spoken.objections().isEmpty()) {
        objections.put(together, spoken.objections().getFirst());
      } else if (differs && said.size() == 1) {
        objections.put(
            together,
            "%s is given twice, as %s and as %s; say which"
                .formatted(label(one.getKey()), earlier, one.getValue()));
      } else if (differs) {
        notes.add(
            "changed %s from %s to %s".formatted(label(one.getKey()), earlier, one.getValue()));
      }
    }
  }

  /** What cannot hold beside it holds no longer, or is asked for if both were said at once. */
  private void exclude(Deed deed, Map.Entry<String, String> one) {
    for (String other : domain.slot(one.getKey()).insteadOf()) {
      String value = deed.values().remove(other);
      if (value != null && said.size() == 1) {
        objections.put(
            one.getKey(),
            "%s %s and %s %s cannot both hold; say which"
                .formatted(label(other), value, label(one.getKey()), one.getValue()));
      }
    }
  }

  private String label(String slot) {
    return domain.slot(slot).label();
  }

  @Override
  public List<Phrase> bare(boolean correction) {
    List<String> slots = new ArrayList<>();
    if (correction) {
      deeds
          .reversed()
          .forEach(deed -> slots.addAll(new ArrayList<>(deed.values().keySet()).reversed()));
    }
    deeds.forEach(deed -> slots.addAll(missing(deed)));
    slots.addAll(objections.keySet());
    return slots.stream().distinct().map(Phrase::bare).toList();
  }

  @Override
  public boolean continues(Heard sentence, boolean correction) {
    boolean marked = sentence.has(Word.CHANGE) || sentence.has(Word.CORRECT);
    boolean says = sentence.has(Means.VALUE) || sentence.has(Word.AGAIN) || sentence.has(Means.ACT);
    return says
        && (marked || !correction)
        && (!sentence.has(Means.ACT) || (sentence.has(Word.ADD) && !done));
  }

  /** Slots that are asked for where nobody says them. */
  private List<String> missing(Deed deed) {
    return domain.calls(deed).stream()
        .flatMap(call -> OperationDomain.slots(call).stream())
        .filter(slot -> !deed.values().containsKey(slot))
        .filter(slot -> !domain.slot(slot).question().isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Reply reply(ToolDesk desk) {
    if (!strangers.isEmpty()) {
      return new Reply.Cannot(
          "I do not see what \"%s\" has to do with it, so I do nothing."
              .formatted(String.join("\", \"", strangers)));
    }
    if (!objections.isEmpty()) {
      return new Reply.Question(
          objections.values().stream().distinct().collect(Collectors.joining("\n")));
    }
    if (deeds.stream().allMatch(deed -> deed.act().call().isEmpty() && deed.values().isEmpty())) {
      return new Reply.Question("What should be set, and to what? For example: " + example());
    }
    return new Draft(domain, deeds, String.join(", ", said), notes)
        .reply(new Instruments(desk), named, before);
  }

  private String example() {
    return domain.book().acts().stream()
        .filter(act -> act.call().isEmpty())
        .map(Phrasebook.Act::example)
        .findFirst()
        .orElse("");
  }
}
