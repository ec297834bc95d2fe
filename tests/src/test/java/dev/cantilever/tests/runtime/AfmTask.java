package dev.cantilever.tests.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One task as it stands in the file. */
record AfmTask(JsonNode node) {

  static List<AfmTask> all() throws IOException {
    List<AfmTask> tasks = new ArrayList<>();
    try (InputStream file = AfmTask.class.getResourceAsStream("afm-tasks.yaml")) {
      new YAMLMapper().readTree(file).forEach(node -> tasks.add(new AfmTask(node)));
    }
    return tasks;
  }

  String id() {
    return node.path("id").textValue();
  }

  /** Lists of sentences; a plan is run after the last of each. */
  List<List<String>> stages() {
    List<List<String>> stages = new ArrayList<>();
    for (JsonNode list : node.path("say")) {
      List<String> sentences = new ArrayList<>();
      list.forEach(sentence -> sentences.add(sentence.textValue()));
      stages.add(sentences);
    }
    return stages;
  }

  /** What was asked for: so many calls of each verb, and no others. */
  Map<String, Integer> requested() {
    Map<String, Integer> calls = new LinkedHashMap<>();
    node.path("calls").properties().forEach(one -> calls.put(one.getKey(), one.getValue().asInt()));
    return calls;
  }

  /** How often a verb may be called. */
  int allowed(String verb) {
    boolean engages = node.path("engage").asBoolean();
    boolean sweeps = engages || node.path("sweep").asBoolean();
    int added =
        switch (verb) {
          case "spm.tune" -> sweeps ? 1 : 0;
          case "spm.approach" -> engages ? stages().size() : 0;
          case "spm.withdraw" -> engages ? stages().size() - 1 : 0; // a run may find it engaged
          default -> 0;
        };
    return requested().getOrDefault(verb, 0) + added;
  }

  /** Words that the answer to the last sentence must name; empty where a plan must come of it. */
  String refusal() {
    return node.path("no").asText("");
  }

  /** Words that the answer must hold; empty where a plan must come of it. */
  String answer() {
    return node.path("says").asText("");
  }

  /** A quantity in SI, a number or a text as a number; NaN for words. */
  static double number(String text) {
    for (QuantityKind kind : QuantityKind.values()) {
      if (QuantityLiteral.parse(text, kind) instanceof QuantityLiteral.Read read) {
        return read.quantity().canonical();
      }
    }
    return Double.NaN;
  }

  /** A value of the file against one of a journal or a twin. */
  static boolean same(JsonNode wanted, JsonNode found) {
    JsonNode plain = found.has("value") ? found.path("value") : found;
    double number = number(wanted.asText());
    if (Double.isNaN(number) || !plain.isNumber()) {
      return wanted.asText().equals(plain.asText());
    }
    double tolerance = (1e-9 * Math.abs(number)) + 1e-18;
    return Math.abs(plain.doubleValue() - number) <= tolerance;
  }
}
