package dev.cantilever.drivers.condition;

import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;

/**
 * What a ledger has to say of one evaluation.
 *
 * @param source hash of the identity of the trials that answered
 * @param command in canonical form, see {@link OfferedConditions#canonical}
 */
record Evaluation(String source, Evaluate command) {}
