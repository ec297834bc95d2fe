package dev.cantilever.agent.web.watch;

/**
 * Ten chunks a second in the long run. Two may go close together, so that who writes ten a second,
 * and not to the millisecond, is shown each at once.
 */
final class Pace {

  private static final double A_SECOND = 10;
  private static final double AT_ONCE = 2;

  private double left = AT_ONCE;
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
    return left >= 1 ? 0 : (long) ((1 - left) / A_SECOND * 1e9);
  }
}
