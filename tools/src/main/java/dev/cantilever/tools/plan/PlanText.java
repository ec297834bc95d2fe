package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as lines for people. */
public final class PlanText {

  private PlanText() {}

  /**
   * One step.
   *
   * @param number such as {@code 3.1}
   * @param depth how many steps it lies inside of
   * @param words what it does
   * @param details its arguments, one a line
   * @param tool that it calls, if it calls one
   */
  public record Line(
      String number, int depth, String words, List<String> details, Optional<String> tool) {

    public Line {
      details = List.copyOf(details);
    }

    /** As far to the right as it lies deep, with its details under it. */
    public List<String> indented() {
      String indent = "  ".repeat(depth);
      List<String> text = new ArrayList<>();
      text.add("%s%s. %s".formatted(indent, number, words));
      details.forEach(detail -> text.add("%s     %s".formatted(indent, detail)));
      return text;
    }

    /** Number, words and details in one text. */
    public String inOne() {
      return details.isEmpty() ? words : words + "  " + String.join(", ", details);
    }
  }

  /** All steps in the order of the text. */
  public static List<Line> lines(Plan plan) {
    List<Line> lines = new ArrayList<>();
    add(plan.steps(), "", 0, lines);
    return lines;
  }

  /** All lines, indented. */
  public static List<String> indented(Plan plan) {
    return lines(plan).stream().flatMap(line -> line.indented().stream()).toList();
  }

  private static void add(List<Step> steps, String prefix, int depth, List<Line> lines) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String number = prefix + (i + 1);
      lines.add(new Line(number, depth, words(step), details(step), tool(step)));
      if (step instanceof Step.When when) {
        add(when.steps(), number + ".", depth + 1, lines);
        if (!when.otherwise().isEmpty()) {
          lines.add(new Line(number, depth, "otherwise", List.of(), Optional.empty()));
        }
        add(when.otherwise(), number + ".otherwise.", depth + 1, lines);
      } else {
        add(Steps.inside(step), number + ".", depth + 1, lines);
      }
    }
  }

  private static String words(Step step) {
    return switch (step) {
      case Step.Call call -> call.tool() + call.as().map(name -> " as " + name).orElse("");
      case Step.Repeat repeat ->
          "repeat up to %d times%s"
              .formatted(
                  repeat.atMost(), repeat.until().map(until -> ", until " + until).orElse(""));
      case Step.ForEach each ->
          "for each %s in %s, at most %d"
              .formatted(each.item(), value(StrictJson.ours(each.in().canonical())), each.atMost());
      case Step.When when -> "when " + when.condition();
      case Step.Measure measure ->
          "measure %s: %s"
              .formatted(measure.as(), value(StrictJson.ours(measure.value().canonical())));
      case Step.Checkpoint checkpoint -> "checkpoint: " + checkpoint.name();
      case Step.Ask ask ->
          "ask as %s: %s (%s; within %s)"
              .formatted(ask.as(), ask.question(), String.join(", ", ask.options()), ask.within());
    };
  }

  private static Optional<String> tool(Step step) {
    return step instanceof Step.Call call ? Optional.of(call.tool()) : Optional.empty();
  }

  /** The arguments of a call in one line. */
  static String arguments(Step.Call call) {
    return String.join(", ", details(call));
  }

  private static List<String> details(Step step) {
    List<String> details = new ArrayList<>();
    if (step instanceof Step.Call call) {
      StrictJson.ours(call.arguments().canonical())
          .properties()
          .forEach(
              field -> details.add("%s: %s".formatted(field.getKey(), value(field.getValue()))));
    }
    return details;
  }

  private static String range(JsonNode hole) {
    return hole.size() == 1 ? "" : " from " + Range.of(hole).inWords();
  }

  /**
   * A value as people write it: a quantity as {@code 2 nm}, every digit, a reference as its name.
   */
  public static String value(JsonNode node) {
    boolean quantity =
        node.size() == 2 && node.path("value").isNumber() && node.path("unit").isTextual();
    return quantity
        ? QuantityLiteral.prefixed(node.get("value").doubleValue(), node.get("unit").textValue())
        : Reference.of(node)
            .map(reference -> reference.text() + range(node))
            .orElseGet(node::toString);
  }
}
