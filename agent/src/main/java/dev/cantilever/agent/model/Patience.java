package dev.cantilever.agent.model;

import java.time.Duration;

/**
 * How long we wait for a model.
 *
 * @param idle longest silence inside an answer, and before it
 * @param total longest answer
 * @param retries how often a busy server is asked again
 */
public record Patience(Duration idle, Duration total, int retries) {

  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(60), Duration.ofMinutes(5), 4);
}
