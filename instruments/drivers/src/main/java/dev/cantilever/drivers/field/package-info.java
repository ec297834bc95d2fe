/**
 * Pictures of what a simulated instrument sees or knows: named two-dimensional arrays.
 *
 * <p>Read {@link dev.cantilever.drivers.field.Field} first. Values are in SI units; row 0 lies at
 * the lowest y.
 */
package dev.cantilever.drivers.field;
