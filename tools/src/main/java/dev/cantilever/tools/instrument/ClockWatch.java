package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.GuardInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds out that the machine slept, which its monotonic clock does not count, and that somebody set
 * its wall clock, on which nothing here depends. An instrument that nobody watched meanwhile holds
 * until a person has looked; a clock that was set is only said.
 */
public final class ClockWatch {

  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final double LIMIT_SECONDS = 5;

  private final LongSupplier awake;
  private final LongSupplier sinceBoot;
  private final LongSupplier wall;
  private double slept;
  private double set;

  /**
   * By three clocks, each in nanoseconds.
   *
   * @param awake does not run while the machine sleeps
   * @param sinceBoot runs on then
   * @param wall what people set
   */
  ClockWatch(LongSupplier awake, LongSupplier sinceBoot, LongSupplier wall) {
    this.awake = awake;
    this.sinceBoot = sinceBoot;
    this.wall = wall;
    look();
  }

  /** Of this machine; where it does not say for how long it has been up, no sleep is found. */
  public static ClockWatch ofThisMachine() {
    return new ClockWatch(
        System::nanoTime, ClockWatch::uptime, () -> System.currentTimeMillis() * 1_000_000);
  }

  private static long uptime() {
    try {
      String text = Files.readString(UPTIME);
      return Math.round(Double.parseDouble(text.substring(0, text.indexOf(' '))) * 1e9);
    } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException elsewhere) {
      return System.nanoTime();
    }
  }

  /** What happened to the clocks since the last look, for a guard. */
  public synchronized List<GuardInput.Wrong> look() {
    long boot = sinceBoot.getAsLong();
    double sleptNow = (boot - awake.getAsLong()) * 1e-9;
    double setNow = (wall.getAsLong() - boot) * 1e-9;
    List<GuardInput.Wrong> found = new ArrayList<>();
    if (sleptNow - slept > LIMIT_SECONDS) {
      String words = "the machine slept for %.0f s; look at the instrument, then reset it";
      found.add(
          new GuardInput.Wrong(
              "sleep",
              Severity.HOLD,
              ClearRule.AFTER_ACKNOWLEDGEMENT,
              words.formatted(sleptNow - slept)));
    }
    if (Math.abs(setNow - set) > LIMIT_SECONDS) {
      String words = "the clock of the machine was set by %+.0f s; durations are not concerned";
      found.add(
          new GuardInput.Wrong(
              "clock", Severity.WARN, ClearRule.WITH_CONDITION, words.formatted(setNow - set)));
    }
    slept = sleptNow;
    set = setNow;
    return found;
  }
}
