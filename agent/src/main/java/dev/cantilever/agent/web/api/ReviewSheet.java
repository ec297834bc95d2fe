package dev.cantilever.agent.web.api;

import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.review.Course;
import dev.cantilever.tools.review.Reviewed;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunEvent.EnvelopeInForce;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run as it opens before a reviewer: what was to be done, under what, by whom, and how much
 * happened when.
 *
 * @param status {@code completed}, {@code stopped}, {@code aborted}, {@code failed} or {@code
 *     unfinished}
 * @param points outcomes that entered a campaign
 * @param counts how many calls there are of each kind
 * @param happened what happened besides calls and points, in order
 * @param strips how much happened when, from the first entry to the last
 */
public record ReviewSheet(
    RunId run,
    String goal,
    String planHash,
    List<String> plan,
    String software,
    String linearAlgebra,
    Optional<String> autonomy,
    List<EnvelopeInForce> envelopes,
    Actor proposedBy,
    String opened,
    Optional<Approval> approval,
    String status,
    String reason,
    long entries,
    boolean sealed,
    long points,
    int calls,
    List<Count> counts,
    List<Happened> happened,
    List<Course.Strip> strips,
    String last) {

  private static final int SPANS = 120;

  public ReviewSheet {
    plan = List.copyOf(plan);
    envelopes = List.copyOf(envelopes);
    counts = List.copyOf(counts);
    happened = List.copyOf(happened);
    strips = List.copyOf(strips);
  }

  /**
   * How it was approved.
   *
   * @param root Merkle root over the calls that may be made; every call proves that it is one
   * @param persons who had said yes; nobody where it was a lease
   */
  public record Approval(
      Actor by,
      String at,
      long seq,
      Optional<TicketId> ticket,
      Optional<String> root,
      Optional<String> rules,
      List<String> persons) {

    public Approval {
      persons = List.copyOf(persons);
    }
  }

  /** How many calls have a word: {@code tool}, {@code effect}, {@code state}, {@code actor}. */
  public record Count(String key, String word, int calls) {}

  /** Something that happened. */
  public record Happened(long seq, String at, String type, Actor by, String words) {}

  /** Empty where the run has not begun. */
  static Optional<ReviewSheet> of(RunId run, Reviewed reviewed, boolean sealed) {
    return reviewed.opened().map(opened -> of(run, reviewed, opened, sealed));
  }

  private static ReviewSheet of(
      RunId run, Reviewed reviewed, RunEvent.Opened opened, boolean sealed) {
    Fact first = reviewed.last(RunEvent.Opened.class).orElseThrow();
    Optional<RunEvent.Ended> ended =
        reviewed.last(RunEvent.Ended.class).map(fact -> (RunEvent.Ended) fact.event());
    return new ReviewSheet(
        run,
        opened.plan().goal(),
        opened.planHash(),
        PlanText.indented(opened.plan()),
        opened.software(),
        opened.linearAlgebra().orElse("the program's own"),
        opened.autonomy().map(level -> word(level.name())),
        opened.instruments(),
        first.actor(),
        first.at().toString(),
        reviewed.last(RunEvent.Approved.class).map(ReviewSheet::approval),
        ended.map(end -> word(end.status().name())).orElse("unfinished"),
        ended.map(RunEvent.Ended::reason).orElse(""),
        reviewed.index().size(),
        sealed,
        reviewed.index().count("campaign.measured") + reviewed.index().count("search.observed"),
        reviewed.index().calls().size(),
        counts(reviewed.calls()),
        reviewed.happened().stream().map(ReviewSheet::happened).toList(),
        reviewed.index().course().strips(SPANS),
        reviewed.index().course().last());
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }

  private static Approval approval(Fact fact) {
    RunEvent.Approved event = (RunEvent.Approved) fact.event();
    return new Approval(
        fact.actor(),
        fact.at().toString(),
        fact.seq(),
        event.ticket(),
        event.root(),
        event.assent().map(RunEvent.Assent::rules),
        event.assent().map(RunEvent.Assent::persons).orElse(List.of(fact.actor().id())));
  }

  private static List<Count> counts(Stream<Reviewed.Found> calls) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    calls.forEach(
        found -> {
          count(counts, "tool", found.row().tool());
          count(counts, "state", found.row().state());
          count(counts, "actor", found.row().actor().getOrDefault("id", ""));
          found.row().effect().ifPresent(effect -> count(counts, "effect", word(effect.name())));
          found.is().forEach(word -> count(counts, "is", word));
        });
    return counts.entrySet().stream()
        .flatMap(
            key ->
                key.getValue().entrySet().stream()
                    .map(one -> new Count(key.getKey(), one.getKey(), one.getValue())))
        .toList();
  }

  private static void count(Map<String, Map<String, Integer>> counts, String key, String word) {
    counts.computeIfAbsent(key, any -> new TreeMap<>()).merge(word, 1, Integer::sum);
  }

  private static Happened happened(Fact fact) {
    return new Happened(
        fact.seq(),
        fact.at().toString(),
        EventCodec.typeOf(fact.event()),
        fact.actor(),
        HappenedText.of(fact.event()));
  }
}
