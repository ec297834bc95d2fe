package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent's process that freezes whole, as if its machine or the network were gone. */
class FrozenAgentTest {

  /** A silence of 5 s stops; the watchdog, the stop and our look at it take the rest. */
  private static final double BOUND_SECONDS = 5.5;

  private static final int NODES = 4;
  private static final int TRIALS = 200;

  @TempDir private Path folder;

  @Test
  void theNodeBringsTheInstrumentToRestAndSaysWhy() throws Exception {
    try (FarInstrument far = new FarInstrument(folder)) {
      List<Double> seconds =
          List.of(
              far.secondsToSafetyWhenTheAgentFreezes(), far.secondsToSafetyWhenTheAgentFreezes());
      Figures.atMost(
          "door-4d",
          "until the probe is off the sample after its agent's process froze, longest of 2",
          Collections.max(seconds),
          "s",
          BOUND_SECONDS,
          "-");
      assertThat(seconds).allMatch(one -> one > 4 && one < 30);
      assertThat(far.ended())
          .contains("heartbeat of the runner missed")
          .contains("Nothing stands against motion")
          .contains("pfm is at rest");
    }
  }

  @Test
  @Tag("long")
  void twoHundredTimes() throws Exception {
    List<Callable<double[]>> work = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      Path place = folder.resolve("far-" + node);
      work.add(() -> trials(place));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
      double longest = 0;
      for (Future<double[]> one : threads.invokeAll(work)) {
        longest = Math.max(longest, Arrays.stream(one.get()).max().orElseThrow());
      }
      Figures.lastingAtMost(
          "door-4e",
          "until the probe is off the sample after its agent's process froze, longest of 200",
          longest,
          "s",
          BOUND_SECONDS,
          "-");
      assertThat(longest).isLessThan(30);
    }
  }

  private static double[] trials(Path place) throws Exception {
    double[] seconds = new double[TRIALS / NODES];
    try (FarInstrument far = new FarInstrument(place)) {
      for (int trial = 0; trial < seconds.length; trial++) {
        seconds[trial] = far.secondsToSafetyWhenTheAgentFreezes();
      }
    }
    return seconds;
  }
}
