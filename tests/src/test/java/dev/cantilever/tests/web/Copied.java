package dev.cantilever.tests.web;

import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.audit.Trail;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs that are written anew from the events of another, through the journal as it is. */
public final class Copied {

  private static final Pattern BLOB = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int ROUNDS_AT_ONCE = 50;

  private Copied() {}

  /**
   * The same run with something else in it, and as well signed and sealed.
   *
   * @param change what stands there instead of an event
   */
  public static RunId with(Home home, RunId run, Function<Event, List<Event>> change) {
    RunId copy = home.newRun();
    try (RunLog from = home.read(run);
        RunLog to = home.open(copy)) {
      for (Fact fact : Trail.of(home.place(run), run).facts()) {
        to.append(fact.actor(), change.apply(fact.event()), data(fact.event(), from));
      }
      to.seal();
    }
    return copy;
  }

  private static List<byte[]> data(Event event, RunLog from) {
    List<byte[]> data = new ArrayList<>();
    Matcher cited = BLOB.matcher(event.toString());
    while (cited.find()) {
      from.blob(cited.group())
          .filter(bytes -> Hash.of(bytes).text().equals(cited.group()))
          .ifPresent(data::add);
    }
    return data;
  }

  /** A campaign whose points are taken again and again until there are so many entries. */
  public static RunId repeated(Home home, RunId run, int entries) {
    List<RunLog.Attributed> head = new ArrayList<>();
    List<RunLog.Attributed> points = new ArrayList<>();
    for (Fact fact : Trail.of(home.place(run), run).facts()) {
      RunLog.Attributed one = new RunLog.Attributed(fact.actor(), fact.event());
      if (isOfAPoint(fact.event())) {
        points.add(one);
      } else if (!(fact.event() instanceof RunEvent.Ended) && points.isEmpty()) {
        head.add(one);
      }
    }
    RunId copy = home.newRun();
    try (RunLog to = home.open(copy)) {
      to.append(head, List.of());
      for (int round = 0; to.size() < entries; ) {
        List<RunLog.Attributed> more = new ArrayList<>();
        for (int i = 0; i < ROUNDS_AT_ONCE; i++, round++) {
          int shift = round * points.size();
          points.forEach(
              one -> more.add(new RunLog.Attributed(one.actor(), shifted(one.event(), shift))));
        }
        to.append(more, List.of());
      }
      RunEvent ended = new RunEvent.Ended(RunStatus.COMPLETED, "");
      to.append(head.getFirst().actor(), List.of(ended), List.of());
      to.seal();
    }
    return copy;
  }

  private static boolean isOfAPoint(Event event) {
    return (event instanceof CallEvent call && !call.call().value().equals("call-1"))
        || event instanceof CampaignEvent.Measured;
  }

  private static Event shifted(Event event, int by) {
    return switch (event) {
      case CallEvent.Proposed one ->
          new CallEvent.Proposed(
              shifted(one.call(), by), one.parent(), one.step(), one.tool(), one.received());
      case CallEvent.Dispatched one ->
          new CallEvent.Dispatched(
              shifted(one.call(), by),
              one.tool(),
              one.effect(),
              one.arguments(),
              one.rule(),
              one.debit());
      case CallEvent.Settled one -> new CallEvent.Settled(shifted(one.call(), by), one.result());
      case CampaignEvent.Measured one ->
          new CampaignEvent.Measured(one.site(), shifted(one.call(), by), one.blob(), one.reward());
      default -> event;
    };
  }

  private static CallId shifted(CallId call, int by) {
    return new CallId("call-" + (Integer.parseInt(call.value().replace("call-", "")) + by));
  }
}
