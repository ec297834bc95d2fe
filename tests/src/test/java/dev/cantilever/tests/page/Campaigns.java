package dev.cantilever.tests.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.web.Served;
import dev.cantilever.vocabulary.id.RunId;
import java.time.Duration;

/** Campaigns on the replayed film, said in chat and run over HTTP. */
final class Campaigns {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Campaigns() {}

  /** Hash of a plan that waits for a yes. */
  static String checked(Served served, int points) {
    String heard =
        served
            .post(
                Role.OPERATOR,
                "/api/chat",
                "{\"text\": \"Map the loop area of the film, %d points\"}".formatted(points))
            .text();
    int at = heard.indexOf("\"plan\":\"") + "\"plan\":\"".length();
    return heard.substring(at, heard.indexOf('"', at));
  }

  /** Begins one. */
  static RunId begin(Served served, int points) {
    JsonNode begun =
        served
            .post(Role.OPERATOR, "/api/plans/%s/run".formatted(checked(served, points)), "{}")
            .json();
    return new RunId(begun.path("run").asText());
  }

  /** Runs one to its end. */
  static RunId run(Served served, int points) {
    RunId run = begin(served, points);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!status(served, run).equals("completed")) {
      if (System.nanoTime() > end) {
        throw new AssertionError(run + " is " + status(served, run));
      }
      sleep();
    }
    return run;
  }

  private static String status(Served served, RunId run) {
    return served.get(Role.VIEWER, "/api/runs/" + run).json().path("line").path("status").asText();
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
