package dev.cantilever.tools.tool;

import dev.cantilever.vocabulary.command.Effect;

/**
 * How a tool introduces itself; schemas, lists and reference pages follow from it.
 *
 * @param name dotted, lower case, unique in the catalogue
 * @param summary one or two sentences: what it does and when not to use it
 * @param effect the most that a call may change
 * @param input record of its arguments
 * @param output record of its result
 * @param example arguments that a reader can try, as JSON
 */
public record ToolCard<I extends Record, O extends Record>(
    String name, String summary, Effect effect, Class<I> input, Class<O> output, String example) {}
