package dev.cantilever.tools.plan;

import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.PossibleCall;
import dev.cantilever.tools.dispatch.Reading;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.rule.Deed;
import dev.cantilever.tools.rule.Rulebook;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Terms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules say to a plan before it runs. What depends on values that are not there yet is
 * judged at the ends of their ranges, and again when the call is due.
 */
record PlanRules(CallReader reader, Rulebook rules, Bench bench, Autonomy autonomy) {

  /** The strictest of what they say to its calls, the first of several. */
  Terms.Asked asked(PossibleCalls possible, Actor planner, PlanLabels labels) {
    Terms.Asked strictest = new Terms.Asked(rules.hash(), Asking.NOTHING, Rulebook.NO_RULE, "");
    for (PossibleCall call : possible.calls()) {
      Deed first =
          new Deed(
              call.tool(),
              possible.effect(call.tool()),
              planner.kind(),
              autonomy,
              used(call),
              true,
              labels.call(PossibleCall.withoutRounds(call.step())).isUntrusted());
      Rulebook.Ruling ruling = rules.decide(first).orMore(rules.decide(first.again()));
      if (strictest.step().isEmpty() || ruling.asks().compareTo(strictest.level()) > 0) {
        strictest = new Terms.Asked(rules.hash(), ruling.asks(), ruling.rule(), call.step());
      }
    }
    return strictest;
  }

  private Map<Channel, Double> used(PossibleCall call) {
    Map<Channel, Double> used = new EnumMap<>(Channel.class);
    List<Optional<String>> ends =
        List.of(call.at(PossibleCall.Range::least), call.at(PossibleCall.Range::most));
    ends.stream()
        .flatMap(Optional::stream)
        .flatMap(arguments -> read(call.tool(), arguments))
        .forEach(
            step ->
                reader
                    .used(step.step(), bench)
                    .forEach((channel, part) -> used.merge(channel, part, Math::max)));
    return used;
  }

  private Stream<Reading.Understood<?, ?>> read(String tool, String arguments) {
    return reader.read(tool, arguments) instanceof Reading.Understood<?, ?> understood
        ? Stream.of(understood)
        : Stream.empty();
  }
}
