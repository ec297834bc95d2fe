/**
 * What was sent to instruments that keep no record of their own.
 *
 * <p>Read {@link dev.cantilever.drivers.account.Account} first: an intent is on the disk before the
 * first byte leaves. It may be used from any thread.
 */
package dev.cantilever.drivers.account;
