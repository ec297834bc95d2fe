package dev.cantilever.tools.schema;

import dev.cantilever.vocabulary.json.JsonText;

/**
 * An object whose fields no record of ours names: it was held against a {@link WrittenSchema}.
 *
 * @param json all of it
 */
public record Document(JsonText json) {}
