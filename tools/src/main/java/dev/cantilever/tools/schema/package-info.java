/**
 * One record, many faces: JSON Schema 2020-12, strict parsing and canonical output, all derived
 * from the record and its annotations.
 *
 * <p>Read {@link dev.cantilever.tools.schema.RecordType} first. Parsing is total: any text gives a
 * value or every problem found, never an exception; nothing is coerced, repaired or filled in but
 * by a declared default. Everything is immutable and safe for any thread.
 */
package dev.cantilever.tools.schema;
