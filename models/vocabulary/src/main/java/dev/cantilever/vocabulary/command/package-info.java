/**
 * The complete list of what hardware can be asked, as data.
 *
 * <p>Read {@link dev.cantilever.vocabulary.command.Command} first. The verbs are closed: a new one
 * is a new record here, and every exhaustive {@code switch} that forgot it fails to compile.
 * Commands hold any number, also NaN; the envelope judges them. All types are immutable.
 */
package dev.cantilever.vocabulary.command;
