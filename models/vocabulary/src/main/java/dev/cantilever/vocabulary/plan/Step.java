package dev.cantilever.vocabulary.plan;

import dev.cantilever.vocabulary.json.JsonText;

/**
 * One tool call of a plan.
 *
 * @param tool name of the tool
 * @param arguments its arguments in canonical form: units converted, defaults written out
 */
public record Step(String tool, JsonText arguments) {}
