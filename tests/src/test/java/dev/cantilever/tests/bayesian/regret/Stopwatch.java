package dev.cantilever.tests.bayesian.regret;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Processor seconds of this thread in every step, so that other work beside it counts for little.
 */
final class Stopwatch {

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final List<Double> seconds = new ArrayList<>();

  <T> T step(Supplier<T> work) {
    long began = CLOCK.getCurrentThreadCpuTime();
    T outcome = work.get();
    seconds.add((CLOCK.getCurrentThreadCpuTime() - began) * 1e-9);
    return outcome;
  }

  double median() {
    return Quartiles.at(seconds.stream().mapToDouble(each -> each).toArray(), 0.5);
  }
}
