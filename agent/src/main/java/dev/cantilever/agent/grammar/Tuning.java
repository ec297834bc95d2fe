package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tries gains one after the other on the same lines and keeps the one with which the way there and
 * the way back differ least.
 */
record Tuning(Map<String, String> values, String instrument) {

  /** What the phrasebook calls it. */
  static final String CALL = "gain_tuning";

  /** The slot of the gains to choose from. */
  static final String CANDIDATES = "gains";

  private static final int LINES = 8;

  private List<String> gains() {
    return List.of(values.get(CANDIDATES).split("; ", -1));
  }

  private int lastLine() {
    return Integer.parseInt(values.getOrDefault("tuning_lines", Integer.toString(LINES))) - 1;
  }

  List<String> lines() {
    return List.of(
        "gains: " + String.join(", ", gains()),
        "lines for each: %d%s"
            .formatted(lastLine() + 1, values.containsKey("tuning_lines") ? "" : " (assumed)"),
        "kept: the gain with which trace and retrace differ least");
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < gains().size(); i++) {
      steps.add(gain(gains().get(i)));
      steps.add(
          new Step.Call(
              Arguments.SCAN,
              text(ours().put("first_line", 0).put("last_line", lastLine())),
              Optional.of("lines_" + (i + 1))));
      ObjectNode pictures = JsonNodeFactory.instance.objectNode();
      pictures.putObject("first").put("$", "lines_%d.read.0.blob".formatted(i + 1));
      pictures.putObject("second").put("$", "lines_%d.read.1.blob".formatted(i + 1));
      steps.add(new Step.Call("image.difference", text(pictures), Optional.of("error_" + (i + 1))));
      steps.add(
          new Step.Measure(
              "error_at_gain_" + (i + 1), Arguments.reference("error_%d.rms".formatted(i + 1))));
    }
    IntStream.range(0, gains().size()).forEach(i -> steps.add(kept(i)));
    return steps;
  }

  private Step kept(int index) {
    String others =
        IntStream.range(0, gains().size())
            .filter(i -> i != index)
            .mapToObj(
                i ->
                    "error_%d.rms %s error_%d.rms"
                        .formatted(index + 1, i < index ? "<" : "<=", i + 1))
            .collect(Collectors.joining(" and "));
    return new Step.When(others, List.of(gain(gains().get(index))), List.of());
  }

  private Step gain(String gain) {
    ObjectNode arguments = ours().put("integral_gain", gain);
    Optional.ofNullable(values.get("proportional_gain"))
        .ifPresent(value -> arguments.put("proportional_gain", value));
    return new Step.Call("spm.set_feedback", text(arguments));
  }

  private ObjectNode ours() {
    return JsonNodeFactory.instance.objectNode().put("instrument", instrument);
  }

  private static JsonText text(ObjectNode node) {
    return new JsonText(CanonicalJson.text(node));
  }
}
