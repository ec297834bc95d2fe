/**
 * Looking through runs: calls in the order in which they were proposed, found again by filters, two
 * runs side by side, the calls behind a number.
 *
 * <p>Read {@link dev.cantilever.tools.review.RunIndex} first. Everything here is read from journals
 * alone and changes nothing. An index is used by one thread at a time; all else is immutable.
 */
package dev.cantilever.tools.review;
