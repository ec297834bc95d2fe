package dev.cantilever.tools.audit;

import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that stands in a journal, in its order.
 *
 * @param entries as they stand there
 * @param facts as they are understood; the checkpoints are left out
 */
public record Trail(List<Entry> entries, List<Fact> facts) {

  private static final RecordType<Actor> ACTOR = RecordType.of(Actor.class);

  public Trail {
    entries = List.copyOf(entries);
    facts = List.copyOf(facts);
  }

  /** Reads the journal of a run; nothing where there is none. */
  public static Trail of(JournalPlace place, RunId run) {
    if (!place.exists(run.value())) {
      return new Trail(List.of(), List.of());
    }
    try (Journal journal = Journal.read(place, run.value())) {
      return of(journal.fresh());
    }
  }

  /** What these entries say. */
  public static Trail of(List<Entry> entries) {
    List<Fact> facts = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.type().equals(Journal.CHECKPOINT)) {
        Event event = EventCodec.read(entry.type(), entry.body());
        Actor actor = ACTOR.ours(new JsonText(entry.actor().toString()));
        facts.add(new Fact(entry.seq(), Instant.parse(entry.ts()), actor, event));
      }
    }
    return new Trail(entries, facts);
  }

  /** The first fact of a kind. */
  <E extends Event> Optional<Fact> first(Class<E> kind) {
    return facts.stream().filter(fact -> kind.isInstance(fact.event())).findFirst();
  }
}
