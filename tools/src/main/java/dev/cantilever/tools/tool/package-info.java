/**
 * What a tool is: one class with a record in and a record out; everything else is derived from it.
 *
 * <p>Read {@link dev.cantilever.tools.tool.Tool} first. Schema, validation, units, the list for a
 * language model, the verb of the command line and the reference page come from the two records; no
 * tool is described twice. Tools hold no state.
 */
package dev.cantilever.tools.tool;
