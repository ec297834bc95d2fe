package dev.cantilever.tools.rule;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import java.util.List;
import java.util.Optional;

/**
 * When a rule fits: everything that it states must be so; what it does not state may be anything.
 *
 * @param nearLimit the part of a limit from which on it fits
 * @param exceptChannels channels whose limits do not count for that
 */
public record When(
    @Default("[]") List<String> tools,
    @Default("[]") List<Effect> effects,
    @Default("[]") List<Actor.Kind> planners,
    @Default("[]") List<Autonomy> autonomy,
    @Bounds(min = 0.01, max = 1) Optional<Double> nearLimit,
    @Default("[]") List<Channel> exceptChannels,
    Optional<Boolean> firstUse,
    Optional<Boolean> untrusted) {

  public When {
    tools = List.copyOf(tools);
    effects = List.copyOf(effects);
    planners = List.copyOf(planners);
    autonomy = List.copyOf(autonomy);
    exceptChannels = List.copyOf(exceptChannels);
  }

  boolean fits(Deed deed) {
    return allows(tools, deed.tool())
        && allows(effects, deed.effect())
        && allows(planners, deed.planner())
        && allows(autonomy, deed.autonomy())
        && nearLimit.map(part -> isNear(deed, part)).orElse(true)
        && firstUse.map(first -> first == deed.firstUse()).orElse(true)
        && untrusted.map(from -> from == deed.untrusted()).orElse(true);
  }

  private static <T> boolean allows(List<T> stated, T actual) {
    return stated.isEmpty() || stated.contains(actual);
  }

  /** A part that is no number counts as near. */
  private boolean isNear(Deed deed, double part) {
    return deed.used().entrySet().stream()
        .filter(one -> !exceptChannels.contains(one.getKey()))
        .anyMatch(one -> !(one.getValue() < part));
  }
}
