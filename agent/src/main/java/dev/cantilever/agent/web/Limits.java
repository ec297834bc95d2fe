package dev.cantilever.agent.web;

import java.time.Duration;

/**
 * Bounds of what comes in.
 *
 * @param bodyBytes longest body
 * @param headerBytes longest request line with headers
 * @param receiving how long a request may take to arrive
 * @param connections most connections at once
 * @param watchers most streams of events at once
 * @param perAddress requests of one address
 * @param perCaller requests of one token
 */
public record Limits(
    int bodyBytes,
    int headerBytes,
    Duration receiving,
    int connections,
    int watchers,
    Rate perAddress,
    Rate perCaller) {

  /** So many at once, and so many a second in the long run. */
  public record Rate(int atOnce, double aSecond) {}

  /** As the program serves. */
  public static final Limits USUAL =
      new Limits(
          1 << 20,
          16 * 1024,
          Duration.ofSeconds(30),
          4_096,
          1_024,
          new Rate(400, 100),
          new Rate(200, 50));

  /** The same with other rates. */
  public Limits with(Rate address, Rate caller) {
    return new Limits(bodyBytes, headerBytes, receiving, connections, watchers, address, caller);
  }

  /** The same with another time to arrive. */
  public Limits receivingWithin(Duration time) {
    return new Limits(bodyBytes, headerBytes, time, connections, watchers, perAddress, perCaller);
  }
}
