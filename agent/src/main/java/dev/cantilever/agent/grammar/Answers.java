package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers to what is said to the planner itself: by reading, never by acting on an instrument. */
record Answers(Language language, ToolDesk desk) {

  private static final int SHOWN_RUNS = 10;

  Reply to(Understood.Told told, List<Work> before) {
    return switch (told.word()) {
      case STOP -> stop();
      case HELP -> new Reply.Said(String.join("\n", language.everything()));
      case RUNS -> new Reply.Said(runs());
      case WHY -> why();
      case RESULT -> result();
      case STATE -> state(told.values(), before);
      case GREETING -> new Reply.Said("Say what should be measured. " + language.abilities());
      case YES ->
          new Reply.Cannot(
              "No plan waits for a yes. Say what should be done; I show a plan first.");
      case NO -> new Reply.Said("Nothing was done.");
      case UNDO ->
          new Reply.Cannot(
              "What an instrument has done cannot be undone; say what it should do instead.");
      case AGAIN, CHANGE, CORRECT, ADD ->
          new Reply.Cannot("There is no plan yet that could be changed. " + language.abilities());
    };
  }

  private List<JsonNode> listed() {
    List<JsonNode> runs = new ArrayList<>();
    new Instruments(desk)
        .read("run.list", "{}")
        .ifPresent(list -> list.path("runs").forEach(runs::add));
    return runs;
  }

  /** A running run ends before its next step; nobody's leave is needed for that. */
  private Reply stop() {
    List<String> running =
        listed().stream()
            .filter(run -> run.path("status").asText().equals("unfinished"))
            .map(run -> run.path("run").asText())
            .toList();
    if (running.isEmpty()) {
      return new Reply.Said(
          "Nothing is running. To stop an instrument at once, whoever uses it: ./cantilever stop"
              + " NAME");
    }
    Instruments tools = new Instruments(desk);
    return new Reply.Said(
        running.stream()
            .map(
                run ->
                    tools
                        .read("campaign.stop", "{\"run\":\"%s\"}".formatted(run))
                        .map(answer -> answer.path("answer").asText())
                        .orElse(run + " has ended by itself"))
            .collect(Collectors.joining("\n")));
  }

  private String runs() {
    List<JsonNode> runs = listed();
    if (runs.isEmpty()) {
      return "There is no run yet.";
    }
    return runs.subList(Math.max(0, runs.size() - SHOWN_RUNS), runs.size()).stream()
        .map(
            run ->
                "%s  %s  %s"
                    .formatted(
                        run.path("run").asText(),
                        run.path("status").asText(),
                        run.path("goal").asText()))
        .collect(Collectors.joining("\n"));
  }

  private Optional<JsonNode> last() {
    return listed().stream().reduce((first, second) -> second);
  }

  private Reply why() {
    Optional<JsonNode> last = last();
    if (last.isEmpty()) {
      return new Reply.Said("There is no run yet, so that no point was chosen.");
    }
    String run = last.get().path("run").asText();
    String arguments = "{\"run\":\"%s\"}".formatted(run);
    Instruments tools = new Instruments(desk);
    return tools
        .read("campaign.explain", arguments)
        .or(() -> tools.read("campaign.search_explain", arguments))
        .<Reply>map(found -> new Reply.Said(found.path("words").asText()))
        .orElseGet(
            () ->
                new Reply.Said(
                    "In %s no points were chosen by a surrogate; ./cantilever show %s lists what was done."
                        .formatted(run, run)));
  }

  private Reply result() {
    Optional<JsonNode> last = last();
    if (last.isEmpty()) {
      return new Reply.Said("There is no run yet.");
    }
    String run = last.get().path("run").asText();
    String arguments = "{\"run\":\"%s\"}".formatted(run);
    Instruments tools = new Instruments(desk);
    return new Reply.Said(
        tools
            .read("campaign.status", arguments)
            .or(() -> tools.read("campaign.search_status", arguments))
            .map(status -> run + ": " + status)
            .orElse(
                "%s %s; ./cantilever show %s lists what it found."
                    .formatted(run, last.get().path("status").asText(), run)));
  }

  private Reply state(Map<String, String> values, List<Work> before) {
    String name =
        values.getOrDefault(
            "instrument",
            before.stream()
                .filter(OperationWork.class::isInstance)
                .map(work -> ((OperationWork) work).instrument())
                .reduce("", (first, second) -> second));
    if (name.isEmpty()) {
      return new Reply.Question(
          "Of which instrument: %s?".formatted(String.join(", ", new Instruments(desk).names())));
    }
    Optional<JsonNode> state = new Instruments(desk).state(name);
    return state
        .<Reply>map(known -> new Reply.Said(told(name, known, values.getOrDefault("topic", ""))))
        .orElseGet(() -> new Reply.Cannot(name + " does not answer."));
  }

  private static String told(String name, JsonNode state, String topic) {
    Situation situation = new Situation(state);
    String stands =
        "%s is %s, the probe is %s at (%s, %s)"
            .formatted(
                name,
                state.path("device").asText(),
                state.path("probe").asText(),
                Place.text(situation.x()),
                Place.text(situation.y()));
    if (topic.isEmpty()) {
      List<String> lines = new ArrayList<>(List.of(stands));
      state
          .path("readbacks")
          .forEach(one -> lines.add(channel(one.path("channel").asText(), one.path("value"))));
      return String.join("\n", lines);
    }
    if (topic.equals("probe")) {
      return stands;
    }
    return situation
        .now(topic)
        .map(value -> "%s: %s is %s".formatted(name, topic.replace('_', ' '), value))
        .orElse("%s does not tell its %s.".formatted(name, topic.replace('_', ' ')));
  }

  private static String channel(String channel, JsonNode value) {
    return String.format(
        Locale.ROOT,
        "%s: %s",
        channel.replace('_', ' '),
        QuantityLiteral.format(value.path("value").asDouble(), value.path("unit").asText()));
  }
}
