package dev.cantilever.tools.review;

import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.audit.Trail;
import dev.cantilever.tools.dispatch.PossibleCall;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.label.Label;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A run as a reviewer looks through it: its index, and what else happened to it. One thread at a
 * time.
 */
public final class Reviewed {

  private static final int MOST_READ = 2_000;

  /** By which words a call is found. */
  public static final Words<Found> WORDS =
      new Words<>(keys(), found -> found.row().proposed().at());

  private final Catalogue catalogue;
  private final RunIndex index = new RunIndex();
  private List<Fact> happened = List.of();
  private long seen;
  private PlanLabels labels;

  public Reviewed(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A call with what is said of it here.
   *
   * @param is {@code refused}, {@code approved} by a person, {@code outside-plan}, {@code changing}
   *     an instrument, {@code untrusted} for what it hangs on, {@code quoting} strangers in its
   *     result
   * @param origins from which texts of strangers its arguments come
   */
  public record Found(CallRow row, List<String> is, List<String> origins) {

    public Found {
      is = List.copyOf(is);
      origins = List.copyOf(origins);
    }
  }

  private static Map<String, Function<Found, List<String>>> keys() {
    return Map.ofEntries(
        Map.entry("tool", found -> List.of(found.row().tool())),
        Map.entry("actor", found -> actor(found, "id")),
        Map.entry("kind", found -> actor(found, "kind")),
        Map.entry("channel", found -> actor(found, "channel")),
        Map.entry("effect", found -> optional(found.row().effect().map(Enum::name))),
        Map.entry("call", found -> List.of(found.row().call())),
        Map.entry("parent", found -> optional(found.row().parent())),
        Map.entry("step", found -> optional(found.row().step())),
        Map.entry("state", found -> List.of(found.row().state())),
        Map.entry("rule", found -> optional(found.row().rule())),
        Map.entry("problem", found -> optional(found.row().problem())),
        Map.entry("is", Found::is));
  }

  private static List<String> actor(Found found, String name) {
    return List.of(found.row().actor().getOrDefault(name, ""));
  }

  private static List<String> optional(Optional<String> text) {
    return List.of(text.orElse(""));
  }

  /** Takes in what was written since. */
  public void readOn(Tail tail) {
    index.readOn(tail);
    if (index.size() > seen) {
      List<Fact> all = new ArrayList<>(happened);
      List<Long> fresh = index.rare().stream().filter(seq -> seq >= seen).limit(MOST_READ).toList();
      all.addAll(Trail.of(tail.at(fresh)).facts());
      happened = List.copyOf(all);
      seen = index.size();
    }
  }

  public RunIndex index() {
    return index;
  }

  /** What happened to the run besides its calls and points, in order. */
  public List<Fact> happened() {
    return happened;
  }

  /** The last fact of a kind. */
  public <E extends Event> Optional<Fact> last(Class<E> kind) {
    return happened.reversed().stream().filter(fact -> kind.isInstance(fact.event())).findFirst();
  }

  /** How it began, if it has. */
  public Optional<RunEvent.Opened> opened() {
    return last(RunEvent.Opened.class).map(fact -> (RunEvent.Opened) fact.event());
  }

  /** All calls, in order. */
  public Stream<Found> calls() {
    boolean byPerson = isApprovedByPerson();
    return index.calls().stream().map(row -> found(row, byPerson));
  }

  private Found found(CallRow row, boolean byPerson) {
    Label label = label(row);
    List<String> is = new ArrayList<>();
    add(is, row.isRefused(), "refused");
    add(is, row.changes() && byPerson, "approved");
    add(is, row.isOutsidePlan(), "outside-plan");
    add(is, row.changes(), "changing");
    add(is, label.isUntrusted(), "untrusted");
    add(is, catalogue.find(row.tool()).filter(one -> one.tool().quotes()).isPresent(), "quoting");
    return new Found(row, is, label.sources());
  }

  private static void add(List<String> all, boolean holds, String word) {
    if (holds) {
      all.add(word);
    }
  }

  /** Not where a lease said yes beforehand. */
  private boolean isApprovedByPerson() {
    return last(RunEvent.Approved.class)
        .filter(
            fact ->
                ((RunEvent.Approved) fact.event())
                    .assent()
                    .map(assent -> !assent.persons().isEmpty())
                    .orElse(fact.actor().kind() == Actor.Kind.PERSON))
        .isPresent();
  }

  private Label label(CallRow row) {
    if (labels == null) {
      labels = opened().map(one -> PlanLabels.of(one.plan(), catalogue)).orElse(null);
    }
    return labels == null
        ? Label.TRUSTED
        : step(row).map(PossibleCall::withoutRounds).map(labels::call).orElse(Label.TRUSTED);
  }

  /** Of the step to which a call belongs, however deep inside it. */
  private Optional<String> step(CallRow row) {
    CallRow at = row;
    while (at.step().isEmpty() && at.parent().flatMap(index::find).isPresent()) {
      at = index.find(at.parent().get()).orElseThrow();
    }
    return at.step();
  }

  /** All that the journal says of these calls, in its order. */
  public static List<Fact> facts(List<Found> calls, Tail tail) {
    List<Long> places =
        calls.stream()
            .map(Found::row)
            .flatMap(
                row ->
                    Stream.of(Optional.of(row.proposed()), row.dispatched(), row.ended())
                        .flatMap(Optional::stream))
            .map(CallRow.Place::seq)
            .toList();
    return Trail.of(tail.at(places)).facts().stream()
        .filter(fact -> fact.event() instanceof CallEvent)
        .toList();
  }
}
