package dev.cantilever.agent.web.watch;

/**
 * Ten chunks a second in the long run. Two may go close together, so that who writes ten a second,
 * and not to the millisecond, is shown each at once. When that is used up, there is one longer wait
 * for all of it; else each chunk would be late from then on.
 */
final class Pace {

  private static final double A_SECOND = 10;
  private static final double AT_ONCE = 2;

  private double left = AT_ONCE;
  private boolean usedUp;
  private long since;

  Pace(long now) {
    this.since = now;
  }

  void sent() {
    left -= 1;
  }

  /** How long until the next may go; 0 where it may. */
  long nanosToWait(long now) {
    left = Math.min(AT_ONCE, left + (now - since) / 1e9 * A_SECOND);
    since = now;
    usedUp = left < (usedUp ? AT_ONCE : 1);
    return usedUp ? (long) Math.ceil((AT_ONCE - left) / A_SECOND * 1e9) : 0;
  }
}
