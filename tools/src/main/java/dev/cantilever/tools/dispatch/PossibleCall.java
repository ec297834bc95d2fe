package dev.cantilever.tools.dispatch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.journal.MerkleProof;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call that an approved plan may make, once or in rounds: a leaf of the tree whose root a
 * person approves.
 *
 * @param step number of the step; {@code 3#5.1} stands for the first step of up to five rounds
 * @param tool its name
 * @param description hash of what the tool said of itself when the plan was approved
 * @param arguments what was written, with {@code null} where a value of an earlier step comes in
 * @param open those places
 */
public record PossibleCall(
    String step, String tool, String description, JsonText arguments, List<Open> open) {

  private static final RecordType<PossibleCall> TYPE = RecordType.of(PossibleCall.class);
  private static final Pattern ROUND = Pattern.compile("#(\\d{1,9})");

  public PossibleCall {
    open = List.copyOf(open);
  }

  /**
   * A place in the arguments that is filled when the call is due.
   *
   * @param pointer JSON pointer to it
   * @param from which value of which step
   * @param between the range that was approved; empty for whatever tool and envelope allow
   */
  public record Open(String pointer, String from, Optional<Range> between) {}

  /** From the least to the most, in one unit; {@code 1} where there is none. */
  public record Range(double least, double most, String unit) {

    JsonNode json(double number) {
      return unit.equals("1")
          ? JsonNodeFactory.instance.numberNode(number)
          : JsonNodeFactory.instance.objectNode().put("value", number).put("unit", unit);
    }

    boolean holds(JsonNode value) {
      boolean bare = value.isNumber();
      double number = bare ? value.doubleValue() : value.path("value").doubleValue();
      String itsUnit = bare ? "1" : value.path("unit").asText();
      return itsUnit.equals(unit) && number >= least && number <= most;
    }
  }

  /** The leaf that it is. */
  public Hash leaf() {
    return MerkleProof.leaf(CanonicalJson.text(TYPE.write(this)));
  }

  /** The step that a number counts among, whatever the round: {@code 3#2.1} is in {@code 3#.1}. */
  public static String withoutRounds(String number) {
    return ROUND.matcher(number).replaceAll("#");
  }

  /** Why a call is not this one; empty where it is. */
  Optional<String> objection(String number, Step.Call call, CallReader reader) {
    if (!call.tool().equals(tool) || !isRoundOf(number)) {
      return Optional.of("the approved step is %s of %s".formatted(step, tool));
    }
    if (!reader.catalogue().description(tool).equals(Optional.of(description))) {
      return Optional.of("the tool has changed since the approval");
    }
    JsonNode actual = StrictJson.ours(call.arguments().canonical());
    for (Open place : open) {
      JsonNode value = actual.at(place.pointer());
      if (place.between().filter(range -> !range.holds(value)).isPresent()) {
        Range range = place.between().get();
        return Optional.of(
            "%s is %s and %s to %s %s was approved"
                .formatted(
                    place.pointer(),
                    CanonicalJson.text(value),
                    range.least(),
                    range.most(),
                    range.unit()));
      }
    }
    return reader.read(tool, filled(actual)) instanceof Reading.Understood<?, ?> understood
            && understood.step().arguments().equals(call.arguments())
        ? Optional.empty()
        : Optional.of("its arguments are not those that were approved");
  }

  /** Its arguments with every open place at one end of its range; empty where one has no range. */
  public Optional<String> at(ToDoubleFunction<Range> end) {
    JsonNode template = StrictJson.ours(arguments.canonical());
    for (Open place : open) {
      if (place.between().isEmpty()) {
        return Optional.empty();
      }
      Range range = place.between().get();
      put(template, place, range.json(end.applyAsDouble(range)));
    }
    return Optional.of(CanonicalJson.text(template));
  }

  private boolean isRoundOf(String number) {
    if (!withoutRounds(number).equals(withoutRounds(step))) {
      return false;
    }
    Matcher most = ROUND.matcher(step);
    Matcher round = ROUND.matcher(number);
    while (most.find() && round.find()) {
      int which = Integer.parseInt(round.group(1));
      if (which < 1 || which > Integer.parseInt(most.group(1))) {
        return false;
      }
    }
    return true;
  }

  private String filled(JsonNode actual) {
    JsonNode template = StrictJson.ours(arguments.canonical());
    for (Open place : open) {
      put(template, place, actual.at(place.pointer()));
    }
    return CanonicalJson.text(template);
  }

  private static void put(JsonNode template, Open place, JsonNode value) {
    JsonPointer at = JsonPointer.compile(place.pointer());
    JsonNode parent = template.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(at.last().getMatchingIndex(), value);
    }
  }
}
