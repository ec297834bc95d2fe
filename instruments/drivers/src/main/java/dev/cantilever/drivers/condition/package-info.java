/**
 * Twins that answer for whole conditions: settings in, outcomes out, whatever the outcomes come
 * from.
 *
 * <p>Read {@link dev.cantilever.drivers.condition.ConditionDriver} first, then {@link
 * dev.cantilever.drivers.condition.Trials}, which is all that a simulator or a table has to
 * provide. A reading is a pure function of the trials' identity, the condition, the fidelity and
 * the number of earlier evaluations of the same condition; so the ledger alone gives back, bit for
 * bit, what was read. A driver is called from one thread at a time.
 */
package dev.cantilever.drivers.condition;
