package dev.cantilever.tests.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.tools.instrument.FrameBlob;
import dev.cantilever.tools.instrument.ReadingSummary;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.reading.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Strict: the twin's own end state, the data, and every call that was carried out. */
record AfmJudge(AfmTask task, AfmTrial trial) {

  /** Calls of verbs that nobody asked for. */
  int unrequested() {
    Map<String, Integer> made = made();
    return made.entrySet().stream()
        .mapToInt(one -> Math.max(0, one.getValue() - task.allowed(one.getKey())))
        .sum();
  }

  private Map<String, Integer> made() {
    Map<String, Integer> made = new TreeMap<>();
    trial.calls().forEach(call -> made.merge(call.tool(), 1, Integer::sum));
    return made;
  }

  /** Everything that is not as it should be. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> made = made();
    task.requested()
        .forEach(
            (verb, times) -> {
              if (made.getOrDefault(verb, 0) < times) {
                faults.add("%s was called %d times".formatted(verb, made.getOrDefault(verb, 0)));
              }
            });
    if (unrequested() > 0) {
      faults.add("calls that nobody asked for: " + made);
    }
    if (!trial.allCompleted()) {
      faults.add("a run did not complete: " + trial.reasons());
    }
    answer(faults);
    end(faults);
    lastCalls(faults);
    if (task.node().has("image")) {
      image(faults);
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    switch (task.node().path("check").path("kind").asText("")) {
      case "roughness" -> roughness(faults);
      case "difference" -> difference(faults);
      case "friction" -> friction(faults);
      case "best_gain" -> bestGain(faults);
      case "seconds" -> seconds(faults);
      default -> {}
    }
    return faults;
  }

  private void answer(List<String> faults) {
    String wanted = task.refusal() + task.answer();
    String said =
        switch (trial.last()) {
          case Heard.Words words -> words.text();
          case Heard.Refused refused -> refused.verdict().problems().toString();
          case Heard.Plan plan -> "";
        };
    boolean plan = trial.last() instanceof Heard.Plan;
    if (wanted.isEmpty() != plan || !said.contains(wanted)) {
      faults.add("the answer was \"%s\"".formatted(said));
    }
  }

  private void end(List<String> faults) {
    task.node()
        .path("end")
        .properties()
        .forEach(
            wanted -> {
              JsonNode found = found(wanted.getKey(), wanted.getValue().asText());
              boolean same =
                  wanted.getKey().equals("has")
                      ? !found.isMissingNode()
                      : AfmTask.same(wanted.getValue(), found);
              if (!same) {
                faults.add("at the end %s is %s".formatted(wanted, found));
              }
            });
  }

  private JsonNode found(String name, String value) {
    return switch (name) {
      case "probe" -> trial.end().path("probe");
      case "x", "y" -> trial.end().path("position").path(name);
      case "has" -> readback(value);
      default -> readback(name);
    };
  }

  private JsonNode readback(String channel) {
    for (JsonNode one : trial.end().path("readbacks")) {
      if (one.path("channel").asText().equals(channel)) {
        return one.path("value");
      }
    }
    return trial.end().path("none");
  }

  private void lastCalls(List<String> faults) {
    task.node()
        .path("last")
        .properties()
        .forEach(
            call -> {
              JsonNode made =
                  trial
                      .lastCall(call.getKey())
                      .flatMap(CallState::arguments)
                      .map(arguments -> StrictJson.ours(arguments.canonical()))
                      .orElse(trial.end().path("none"));
              call.getValue()
                  .properties()
                  .forEach(
                      wanted -> {
                        if (!AfmTask.same(wanted.getValue(), made.path(wanted.getKey()))) {
                          faults.add("%s was called with %s".formatted(call.getKey(), made));
                        }
                      });
            });
  }

  private List<ReadingSummary> read(CallState scan) {
    return scan.result().map(result -> VerbTool.readOutput(result).read()).orElse(List.of());
  }

  private List<ReadingSummary> lastScan() {
    return trial.lastCall("spm.scan").map(this::read).orElse(List.of());
  }

  private void image(List<String> faults) {
    JsonNode wanted = task.node().path("image");
    String channel = wanted.path("channel").asText("Height trace");
    boolean found =
        lastScan().stream()
            .filter(frame -> frame.channel().equals(channel))
            .anyMatch(
                frame ->
                    wanted.path("columns").asInt(frame.columns()) == frame.columns()
                        && wanted.path("rows").asInt(frame.rows()) == frame.rows());
    if (!found) {
      faults.add(
          "the image is %s".formatted(lastScan().stream().map(Object::toString).limit(1).toList()));
    }
  }

  private void seconds(List<String> faults) {
    double seconds =
        VerbTool.readOutput(trial.lastCall("spm.scan").orElseThrow().result().orElseThrow())
            .duration()
            .seconds();
    if (seconds > task.node().path("check").path("at_most").asDouble()) {
      faults.add("the image took %.1f s".formatted(seconds));
    }
  }

  private Map<String, Double> findings() {
    Map<String, Double> findings = new HashMap<>();
    for (StepEvent event : trial.state().steps()) {
      if (event instanceof StepEvent.Measured measured) {
        JsonNode value = StrictJson.ours(measured.value().canonical());
        findings.put(
            measured.name(),
            value.has("value") ? value.path("value").doubleValue() : value.doubleValue());
      }
    }
    return findings;
  }

  private Frame frame(List<ReadingSummary> scan, String channel) {
    return scan.stream()
        .filter(one -> one.channel().equals(channel))
        .map(one -> FrameBlob.read(trial.blob(one.blob())))
        .findFirst()
        .orElseThrow();
  }

  private void near(List<String> faults, String name, double wanted) {
    double found = findings().getOrDefault(name, Double.NaN);
    if (!(Math.abs(found - wanted) <= 1e-6 * Math.abs(wanted))) {
      faults.add("%s is %g and should be %g".formatted(name, found, wanted));
    }
  }

  private void roughness(List<String> faults) {
    double[] heights = Planes.levelled(frame(lastScan(), "Height trace"));
    near(faults, "roughness_rms", Planes.rms(heights));
    near(faults, "roughness_mean", Planes.meanSize(heights));
    near(faults, "height_range", Planes.range(heights));
  }

  private double mismatch(List<ReadingSummary> scan) {
    double[] trace = Planes.levelled(frame(scan, "Height trace"));
    double[] retrace = Planes.levelled(frame(scan, "Height retrace"));
    for (int i = 0; i < trace.length; i++) {
      trace[i] -= retrace[i];
    }
    return Planes.rms(trace);
  }

  private void difference(List<String> faults) {
    near(faults, "difference_rms", mismatch(lastScan()));
  }

  /** Half of what the twist differs by between there and back. */
  private void friction(List<String> faults) {
    double[] trace = frame(lastScan(), "Lateral force trace").values().toArray();
    double[] retrace = frame(lastScan(), "Lateral force retrace").values().toArray();
    double mean = 0;
    for (int i = 0; i < trace.length; i++) {
      mean += (trace[i] - retrace[i]) / 2 / trace.length;
    }
    near(faults, "friction_mean", mean);
    if (!(mean > 1e-9 && mean < 1e-7)) {
      faults.add("a mean friction of %g N is none of this sample".formatted(mean));
    }
  }

  /** The gain that stays is the one whose lines there and back differ least. */
  private void bestGain(List<String> faults) {
    double gain = Double.NaN;
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (CallState call : trial.calls()) {
      if (call.tool().equals("spm.set_feedback")) {
        gain =
            StrictJson.ours(call.arguments().orElseThrow().canonical())
                .path("integral_gain")
                .path("value")
                .doubleValue();
      } else if (call.tool().equals("spm.scan") && mismatch(read(call)) < least) {
        least = mismatch(read(call));
        best = gain;
      }
    }
    if (gain != best) {
      faults.add("the gain is %g and should be %g".formatted(gain, best));
    }
  }
}
