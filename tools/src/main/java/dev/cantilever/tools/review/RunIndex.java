package dev.cantilever.tools.review;

import dev.cantilever.tools.journal.Glance;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.review.CallRow.Place;
import dev.cantilever.vocabulary.command.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands where in the journal of a run. It is made in one reading that understands little of
 * each line, and grows with the journal; what is shown is then read from its place.
 */
public final class RunIndex {

  private static final int AT_ONCE = 4_096;
  private static final Set<String> RARE =
      Set.of(
          "step.asked",
          "step.answered",
          "step.measured",
          "campaign.started",
          "campaign.steered",
          "campaign.finished",
          "search.started",
          "search.steered",
          "search.finished");

  private final List<CallRow> calls = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Long> types = new TreeMap<>();
  private final List<Long> rare = new ArrayList<>();
  private final Map<Object, Object> known = new HashMap<>();
  private final Course course = new Course();
  private long size;

  /** Takes in what was written since. */
  public void readOn(Tail tail) {
    List<Glance> lines = tail.glances(size, AT_ONCE);
    while (!lines.isEmpty()) {
      lines.forEach(this::add);
      lines = lines.size() == AT_ONCE ? tail.glances(size, AT_ONCE) : List.of();
    }
  }

  private void add(Glance line) {
    size = line.seq() + 1;
    types.merge(line.type(), 1L, Long::sum);
    if (line.type().startsWith("call.")) {
      call(line);
    } else if (isRare(line.type())) {
      rare.add(line.seq());
    }
    course.add(line, acts(line));
  }

  /** Points and rounds are many; what else happens to a run can be listed. */
  private static boolean isRare(String type) {
    return type.startsWith("run.") || RARE.contains(type);
  }

  private boolean acts(Glance line) {
    return find(line.body().getOrDefault("call", "")).filter(CallRow::changes).isPresent();
  }

  private void call(Glance line) {
    String call = line.body().getOrDefault("call", "");
    Place here = new Place(line.seq(), line.at());
    if (line.type().equals("call.proposed")) {
      numbers.put(call, calls.size());
      calls.add(proposed(call, line, here));
      return;
    }
    Integer number = numbers.get(call);
    if (number != null) {
      CallRow row = calls.get(number);
      calls.set(
          number,
          line.type().equals("call.dispatched")
              ? dispatched(row, line, here)
              : ended(row, line, here));
    }
  }

  private CallRow proposed(String call, Glance line, Place here) {
    return new CallRow(
        call,
        same(line.actor()),
        text(line, "parent"),
        text(line, "step"),
        same(line.body().getOrDefault("tool", "")),
        Optional.empty(),
        "proposed",
        Optional.empty(),
        Optional.empty(),
        here,
        Optional.empty(),
        Optional.empty());
  }

  private CallRow dispatched(CallRow row, Glance line, Place here) {
    Optional<Effect> effect =
        text(line, "effect").map(word -> Effect.valueOf(word.toUpperCase(Locale.ROOT)));
    return new CallRow(
        row.call(),
        row.actor(),
        row.parent(),
        row.step(),
        row.tool(),
        effect,
        "open",
        text(line, "rule"),
        Optional.empty(),
        row.proposed(),
        Optional.of(here),
        Optional.empty());
  }

  private CallRow ended(CallRow row, Glance line, Place here) {
    return new CallRow(
        row.call(),
        row.actor(),
        row.parent(),
        row.step(),
        row.tool(),
        row.effect(),
        same(line.type().substring("call.".length())),
        row.rule(),
        text(line, Glance.PROBLEM),
        row.proposed(),
        row.dispatched(),
        Optional.of(here));
  }

  private Optional<String> text(Glance line, String name) {
    return Optional.ofNullable(line.body().get(name)).map(this::same);
  }

  /** One object for all equal ones, for there are many. */
  @SuppressWarnings("unchecked") // what is equal is of the same class
  private <T> T same(T value) {
    return (T) known.computeIfAbsent(value, one -> one);
  }

  /** Number of entries. */
  public long size() {
    return size;
  }

  /** Calls in the order in which they were proposed; a view that grows. */
  public List<CallRow> calls() {
    return Collections.unmodifiableList(calls);
  }

  /** A call by its name. */
  public Optional<CallRow> find(String call) {
    return Optional.ofNullable(numbers.get(call)).map(calls::get);
  }

  /** How many entries there are of a type. */
  public long count(String type) {
    return types.getOrDefault(type, 0L);
  }

  /** Where the entries stand of what happens to a run, but for its calls, points and rounds. */
  public List<Long> rare() {
    return List.copyOf(rare);
  }

  /** Who did something when. */
  public Course course() {
    return course;
  }
}
