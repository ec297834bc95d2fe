package dev.cantilever.agent.cli;

import java.util.function.BooleanSupplier;

/**
 * How a person says yes or no.
 *
 * @param isGiven whether nobody is asked, because the answer stands in the command
 * @param ask waits for the answer
 */
record Consent(boolean isGiven, BooleanSupplier ask) {}
