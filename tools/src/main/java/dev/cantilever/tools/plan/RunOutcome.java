package dev.cantilever.tools.plan;

import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.RunId;

/**
 * How a run ended.
 *
 * @param reason in words; empty where it completed
 */
public record RunOutcome(RunId run, RunStatus status, String reason) {}
