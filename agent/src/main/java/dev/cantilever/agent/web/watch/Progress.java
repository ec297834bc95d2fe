package dev.cantilever.agent.web.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.journal.Entry;

/** Where a run stands, folded from its entries; what a page shows before it has read them all. */
final class Progress {

  private final String run;
  private String status = "unfinished";
  private String question = "";
  private String suspended = "";
  private boolean paused;
  private long entries;
  private long calls;
  private long refused;
  private long measured;
  private long steered;

  Progress(String run) {
    this.run = run;
  }

  void takeIn(Entry entry) {
    entries = entry.seq() + 1;
    switch (entry.type()) {
      case "run.ended" -> status = entry.body().path("status").asText();
      case "call.proposed" -> calls++;
      case "call.refused" -> refused++;
      case "campaign.measured", "search.observed" -> measured++;
      case "campaign.steered" -> steered++;
      case "run.pause-requested" -> paused = true;
      case "run.continued" -> paused = false;
      case "run.suspended" -> suspended = entry.body().path("reason").asText();
      case "run.recovered", "run.resumed" -> suspended = "";
      case "step.asked" -> question = entry.body().path("question").asText();
      case "step.answered" -> question = "";
      default -> {
        // whoever wants more reads the entry itself
      }
    }
  }

  boolean hasEnded() {
    return !status.equals("unfinished");
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("run", run).put("status", status);
    json.put("entries", entries).put("calls", calls).put("refused", refused);
    json.put("measured", measured).put("steered", steered);
    json.put("paused", paused && !hasEnded());
    if (!suspended.isEmpty() && !hasEnded()) {
      json.put("suspended", suspended);
    }
    if (!question.isEmpty() && !hasEnded()) {
      json.put("question", question);
    }
    return json;
  }
}
