package dev.cantilever.tools.audit;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From which words a plan came, as the desk's journal tells. */
final class Wish {

  private final List<Fact> desk;

  Wish(Trail desk) {
    this.desk = desk.facts();
  }

  /** What was said on the way to a plan, and when it was shown; empty where nothing was said. */
  List<String> lines(String planHash, Instant before) {
    Optional<Fact> shown = shown(planHash, before);
    List<String> lines = new ArrayList<>();
    for (Fact fact : shown.map(this::ledTo).orElse(List.of())) {
      switch (fact.event()) {
        case ChatEvent.Said said -> lines.add("%s: \"%s\"".formatted(who(fact), said.sentence()));
        case ChatEvent.Answered asked -> lines.add("%s: %s".formatted(who(fact), asked.text()));
        case ChatEvent.ModelTurn turn ->
            lines.add(
                "%s under prompt %s, %s".formatted(turn.model(), turn.promptHash(), turn.finish()));
        case ChatEvent.PlanShown plan -> lines.add("%s: showed this plan".formatted(who(fact)));
        default -> {
          // refusals of earlier plans belong to those
        }
      }
    }
    return lines;
  }

  private Optional<Fact> shown(String planHash, Instant before) {
    return desk.reversed().stream()
        .filter(fact -> !fact.at().isAfter(before))
        .filter(
            fact ->
                fact.event() instanceof ChatEvent.PlanShown plan
                    && plan.planHash().equals(planHash))
        .findFirst();
  }

  /** The talk from the first sentence after the plan before it. */
  private List<Fact> ledTo(Fact shown) {
    int end = desk.indexOf(shown);
    int from = end;
    while (from > 0 && !isOver(desk.get(from - 1))) {
      from--;
    }
    return desk.subList(from, end + 1);
  }

  private static boolean isOver(Fact fact) {
    return fact.event() instanceof ChatEvent.PlanShown
        || fact.event() instanceof ChatEvent.PlanRefused
        || fact.event() instanceof ChatEvent.PlanDeclined;
  }

  static String who(Fact fact) {
    return "%s  %s".formatted(fact.at(), who(fact.actor()));
  }

  /** The kind of an actor in one word. */
  static String kind(Actor actor) {
    return actor.kind().name().toLowerCase(Locale.ROOT);
  }

  /** A name without what has a meaning in an address. */
  static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  static String who(Actor actor) {
    String channel = actor.channel().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s %s by %s"
        .formatted(actor.kind().name().toLowerCase(Locale.ROOT), actor.id(), channel);
  }
}
