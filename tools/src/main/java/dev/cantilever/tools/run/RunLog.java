package dev.cantilever.tools.run;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.Checkpoints;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A journal as typed events, and the state folded from it. */
public final class RunLog implements AutoCloseable {

  private static final RecordType<Actor> ACTOR = RecordType.of(Actor.class);

  private final RunId id;
  private final Journal journal;
  private final RunState state = new RunState();

  private Consumer<RunState> listener = state -> {};

  private RunLog(RunId id, Journal journal) {
    this.id = id;
    this.journal = journal;
    refresh();
  }

  public static RunLog open(Path file, RunId id, InstantSource clock) {
    return new RunLog(id, Journal.open(file, id.value(), clock));
  }

  /** The same wherever it lies, with somebody who signs how far it has got. */
  public static RunLog open(
      JournalPlace place, RunId id, InstantSource clock, Checkpoints checkpoints) {
    return new RunLog(id, Journal.open(place, id.value(), clock, checkpoints));
  }

  public static RunLog read(Path file, RunId id) {
    return new RunLog(id, Journal.read(file, id.value()));
  }

  /** The same wherever it lies. */
  public static RunLog read(JournalPlace place, RunId id) {
    return new RunLog(id, Journal.read(place, id.value()));
  }

  /** One event and who caused it. */
  public record Attributed(Actor actor, Event event) {}

  /** Tells {@code listener} the state after every append here. */
  public void listen(Consumer<RunState> listener) {
    this.listener = listener;
  }

  public RunId id() {
    return id;
  }

  /** Puts events on disk, forced, with the data that they cite; then they count. */
  public void append(Actor actor, List<? extends Event> events, List<byte[]> blobs) {
    append(events.stream().map(event -> new Attributed(actor, event)).toList(), blobs);
  }

  /** The same for events of several actors, in one transaction. */
  public void append(List<Attributed> events, List<byte[]> blobs) {
    journal.append(events.stream().map(RunLog::draft).toList(), blobs);
    listener.accept(apply(journal.known()));
  }

  private static Entry.Draft draft(Attributed one) {
    return new Entry.Draft(
        ACTOR.write(one.actor()), EventCodec.typeOf(one.event()), EventCodec.write(one.event()));
  }

  private static Actor actor(Entry entry) {
    return switch (ACTOR.parse(entry.actor())) {
      case Parsed.Valid<Actor> valid -> valid.value();
      case Parsed.Invalid<Actor> invalid ->
          throw new EventCodec.UnreadableEvent("actor: " + invalid.problems().getFirst().message());
    };
  }

  /** The state as of the last append or refresh. */
  public RunState state() {
    return state;
  }

  /** Takes in what other processes wrote meanwhile. */
  public RunState refresh() {
    return apply(journal.fresh());
  }

  private RunState apply(List<Entry> entries) {
    entries.forEach(entry -> take(state, entry));
    return state;
  }

  static void take(RunState state, Entry entry) {
    if (!entry.type().equals(Journal.CHECKPOINT)) {
      Event event = EventCodec.read(entry.type(), entry.body());
      state.apply(Instant.parse(entry.ts()), actor(entry), event);
    }
  }

  public Optional<byte[]> blob(String hash) {
    return journal.blob(hash);
  }

  public long size() {
    return journal.size();
  }

  public Hash root() {
    return journal.root();
  }

  /** Closes it for good. */
  public void seal() {
    journal.seal();
  }

  @Override
  public void close() {
    journal.close();
  }
}
