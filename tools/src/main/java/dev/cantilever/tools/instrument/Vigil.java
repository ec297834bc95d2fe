package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.Guard;
import dev.cantilever.kernel.interlock.GuardAction;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Watchdog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Watches over armed instruments, and tells their guards that the runner lives while it does. */
final class Vigil implements AutoCloseable {

  private final Thread runner;
  private final List<Gate> armed = new ArrayList<>();
  private final List<Watchdog> watchdogs = new ArrayList<>();
  private volatile boolean ends;

  private Vigil(Thread runner) {
    this.runner = runner;
  }

  /** Of a runner in a thread of this program. */
  static Vigil of(Thread runner) {
    return new Vigil(runner);
  }

  /** Tries the stop and arms; otherwise says why not. */
  synchronized Optional<String> over(Gate gate) {
    if (armed.contains(gate)) {
      return Optional.empty();
    }
    for (GuardAction action : gate.tell(new GuardInput.Armed(gate.proves()))) {
      if (action instanceof GuardAction.Refuse refuse) {
        return Optional.of(refuse.words());
      }
    }
    if (armed.isEmpty()) {
      Thread pulse = new Thread(this::beat, "cantilever-pulse");
      pulse.setDaemon(true);
      pulse.start();
    }
    armed.add(gate);
    watchdogs.add(Watchdog.over(gate));
    return Optional.empty();
  }

  private void beat() {
    ClockWatch clocks = ClockWatch.ofThisMachine();
    while (!ends && runner.isAlive()) {
      List<GuardInput.Wrong> happened = clocks.look();
      for (Gate gate : gates()) {
        gate.tell(new GuardInput.RunnerBeat());
        for (GuardInput.Wrong one : happened) {
          gate.tell(one);
          gate.tell(new GuardInput.Well(one.name()));
        }
      }
      LockSupport.parkNanos(Guard.PERIOD_NANOS);
    }
  }

  private synchronized List<Gate> gates() {
    return List.copyOf(armed);
  }

  /** For a reason that a person must look at. */
  void rest(Gate gate, String reason) {
    gate.tell(
        new GuardInput.Wrong(
            "journal", Severity.SAFE_STOP, ClearRule.AFTER_ACKNOWLEDGEMENT, reason));
  }

  @Override
  public void close() {
    ends = true;
    watchdogs.forEach(Watchdog::close);
    gates().forEach(gate -> gate.tell(new GuardInput.Disarmed()));
  }
}
