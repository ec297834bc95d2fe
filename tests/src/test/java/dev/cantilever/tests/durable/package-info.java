/**
 * Plans with every kind of step that are killed, lose their power or are ended in the middle. Read
 * {@link dev.cantilever.tests.durable.KilledPlanTest} first.
 */
package dev.cantilever.tests.durable;
