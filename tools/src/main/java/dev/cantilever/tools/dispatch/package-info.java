/**
 * The one way of every call: parse, check, decide, journal the intent, run, journal the outcome.
 *
 * <p>Read {@link dev.cantilever.tools.dispatch.Dispatcher} first. A call either ends refused with
 * every reason and no effect, or leaves its intent on disk before anything acts. One thread at a
 * time.
 */
package dev.cantilever.tools.dispatch;
