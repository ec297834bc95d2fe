/**
 * Annotations by which a record says what it holds: meaning, bounds, defaults.
 *
 * <p>They are written once, on the record components; JSON Schema, validation, help texts and forms
 * are derived from them and say nothing of their own.
 */
package dev.cantilever.vocabulary.schema;
