package dev.cantilever.agent.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.CallId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which call of a run a number comes that somebody reads in a report or in an answer.
 *
 * @param call the call whose result holds it, or on which it rests
 * @param where it stands there
 */
public record NumberSource(CallId call, String where) {

  private static final int MOST = 50;

  /** Of the first number in a text, rounded as it is shown and in whatever unit; at most 50. */
  public static List<NumberSource> of(String text, RunState run) {
    Optional<ShownNumber> number = TextNumbers.in(text).stream().findFirst();
    return number.isEmpty() ? List.of() : of(number.get(), run);
  }

  private static List<NumberSource> of(ShownNumber number, RunState run) {
    List<NumberSource> found = new ArrayList<>();
    for (StepEvent step : run.steps()) {
      if (step instanceof StepEvent.Measured finding && isIn(number, finding.value().canonical())) {
        before(finding, run)
            .ifPresent(call -> found.add(new NumberSource(call, "finding " + finding.name())));
      }
    }
    for (CampaignEvent event : run.campaign()) {
      if (event instanceof CampaignEvent.Measured one && shows(number, one.reward())) {
        found.add(new NumberSource(one.call(), "reward of site " + one.site()));
      }
    }
    for (SearchEvent event : run.search()) {
      if (event instanceof SearchEvent.Observed one
          && one.outcomes().stream().anyMatch(outcome -> shows(number, outcome.value()))) {
        found.add(new NumberSource(one.call(), "outcome of trial " + one.trial()));
      }
    }
    for (CallState call : run.calls()) {
      if (found.size() >= MOST) {
        break;
      }
      call.result()
          .flatMap(result -> place(number, StrictJson.ours(result.canonical())))
          .ifPresent(place -> found.add(new NumberSource(call.call(), "result" + place)));
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  /** The last call whose result holds the value of a finding. */
  private static Optional<CallId> before(StepEvent.Measured finding, RunState run) {
    return run.calls().reversed().stream()
        .filter(call -> call.result().isPresent())
        .filter(call -> call.result().get().canonical().contains(finding.value().canonical()))
        .map(CallState::call)
        .findFirst();
  }

  private static boolean shows(ShownNumber number, double value) {
    return Double.isFinite(value)
        && number.shows(new KnownNumber(new BigDecimal(Double.toString(value)), Optional.empty()));
  }

  private static boolean isIn(ShownNumber number, String json) {
    return holds(number, StrictJson.ours("[" + json + "]"));
  }

  private static boolean holds(ShownNumber number, JsonNode tree) {
    ResultNumbers numbers = new ResultNumbers(tree);
    return Stream.of(numbers.numerals(), numbers.values(), numbers.inTexts())
        .flatMap(List::stream)
        .anyMatch(number::shows);
  }

  /** The names on the way to the innermost part of a result that holds it. */
  private static Optional<String> place(ShownNumber number, JsonNode result) {
    if (!holds(number, result)) {
      return Optional.empty();
    }
    StringBuilder way = new StringBuilder();
    Optional<Map.Entry<String, JsonNode>> next = inside(number, result);
    while (next.isPresent()) {
      way.append('/').append(next.get().getKey());
      next = inside(number, next.get().getValue());
    }
    return Optional.of(way.toString());
  }

  /** A name may end with the unit, so that it is looked at together with its value. */
  private static Optional<Map.Entry<String, JsonNode>> inside(ShownNumber number, JsonNode tree) {
    return tree.has("unit")
        ? Optional.empty()
        : tree.properties().stream()
            .filter(
                field ->
                    holds(
                        number,
                        JsonNodeFactory.instance
                            .objectNode()
                            .set(field.getKey(), field.getValue())))
            .findFirst();
  }
}
