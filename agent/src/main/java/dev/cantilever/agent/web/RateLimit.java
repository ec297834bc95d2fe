package dev.cantilever.agent.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of permissions for everybody who asks, which fills again as time passes. The one unused
 * longest makes room.
 */
final class RateLimit {

  private static final int MOST = 4_096;

  private final Limits.Rate rate;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Buckets that are full.
   *
   * @param nanos a clock that never runs backwards
   */
  RateLimit(Limits.Rate rate, LongSupplier nanos) {
    this.rate = rate;
    this.nanos = nanos;
  }

  private record Bucket(double left, long since) {}

  /** Takes one; yields after how many seconds there is one again, 0 where there was. */
  synchronized long take(String who) {
    long now = nanos.getAsLong();
    Bucket before = buckets.getOrDefault(who, new Bucket(rate.atOnce(), now));
    double filled =
        Math.min(rate.atOnce(), before.left() + (now - before.since()) / 1e9 * rate.aSecond());
    boolean granted = filled >= 1;
    buckets.put(who, new Bucket(granted ? filled - 1 : filled, now));
    return granted ? 0 : Math.max(1, (long) Math.ceil((1 - filled) / rate.aSecond()));
  }
}
