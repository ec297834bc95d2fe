package dev.cantilever.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.Legible;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.problem.Problem;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Standard output for people and programs, standard error for progress. */
final class Screen {

  private static final RecordType<Problem> PROBLEM = RecordType.of(Problem.class);

  private final PrintStream out;
  private final PrintStream progress;
  private boolean isDrafting;

  Screen(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  /** What a model is writing; shown on a terminal only, and said again when it is whole. */
  void draft(String piece) {
    if (Boolean.getBoolean("cantilever.terminal")) {
      progress.print((isDrafting ? "" : "The model writes: ") + Legible.of(piece));
      progress.flush();
      isDrafting = true;
    }
  }

  void say(String text) {
    if (isDrafting) {
      progress.println();
      isDrafting = false;
    }
    out.println(Legible.of(text));
  }

  void blank() {
    out.println();
  }

  void problems(List<Problem> problems) {
    for (Problem problem : problems) {
      say("  - " + problem.message());
    }
  }

  /** A refusal as JSON, in one line. */
  void refusal(List<Problem> problems) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    ArrayNode list = error.putArray("refused");
    problems.forEach(problem -> list.add(PROBLEM.write(problem)));
    json(error);
  }

  void json(JsonNode value) {
    out.println(CanonicalJson.text(value));
  }

  /** The outcome as the last line; fields without a value are null. */
  void outcome(Outcome outcome) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("run", outcome.run().orElse(null));
    line.put("status", outcome.status());
    line.put("measured", outcome.measured());
    line.put("pool", outcome.pool());
    put(line, "topFivePercentFound", outcome.topFivePercentFound());
    put(line, "iterationMillisMedian", outcome.iterationMillisMedian());
    line.put("instrumentSeconds", outcome.instrumentSeconds());
    line.put("refused", outcome.refused());
    out.println(line);
  }

  private static void put(ObjectNode line, String name, Optional<Double> value) {
    value.ifPresentOrElse(number -> line.put(name, number), () -> line.putNull(name));
  }

  ProgressBar progressBar() {
    return new ProgressBar(progress, Boolean.getBoolean("cantilever.terminal"));
  }
}
