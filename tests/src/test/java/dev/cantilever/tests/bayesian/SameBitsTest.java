package dev.cantilever.tests.bayesian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Equal observations and seeds give equal bits: today and later, beside other work, under another
 * compiler, on another Java. The digest of all is kept in a resource, so that every machine that
 * builds compares itself with the one that wrote it.
 */
class SameBitsTest {

  private static final int CASES = 1_000;
  private static final int IN_OTHER_PROCESSES = 200;
  private static final int INTERPRETED = 20;

  private static final String KEPT = "same-bits.sha256";

  @Test
  void fitsAndProposalsHaveEqualBitsEverywhere() throws Exception {
    List<List<byte[]>> both = byTwoThreadsAtOnce();
    List<byte[]> here = both.getFirst();
    String all = Digests.together(here);
    assertThat(all)
        .as("%s of %d cases; where new bits were meant, write them into it", KEPT, CASES)
        .isEqualTo(kept());
    assertThat(Digests.together(both.getLast())).as("the other thread").isEqualTo(all);

    String some = Digests.together(here.subList(0, IN_OTHER_PROCESSES));
    Path own = Path.of(System.getProperty("java.home"));
    assertThat(child(own, IN_OTHER_PROCESSES, "-XX:TieredStopAtLevel=1")).isEqualTo(some);
    assertThat(child(own, IN_OTHER_PROCESSES, "-XX:UseAVX=0")).isEqualTo(some);
    assertThat(child(own, INTERPRETED, "-Xint"))
        .isEqualTo(Digests.together(here.subList(0, INTERPRETED)));

    Map<Path, String> others = Jdks.others();
    System.out.printf(
        "same bits: this is Java %s; others of at least 21 here: %s%n",
        Runtime.version(), others.isEmpty() ? "none, so that none was asked" : others);
    for (Path other : others.keySet()) {
      assertThat(child(other, IN_OTHER_PROCESSES)).as("%s", other).isEqualTo(some);
    }
    Figures.atLeast(
        "bayesian-core-2",
        "equal digests: kept, 2 threads, C1, no AVX, interpreted, "
            + (others.isEmpty() ? "no other JDK found" : others.size() + " other JDK"),
        5 + others.size(),
        "of " + (5 + others.size()),
        5 + others.size(),
        "0-999");
  }

  private static String kept() throws IOException {
    try (InputStream kept = SameBitsTest.class.getResourceAsStream(KEPT)) {
      return new String(kept.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }

  /** Each does all of it, one of them backwards, so that they meet at different work. */
  private static List<List<byte[]>> byTwoThreadsAtOnce() throws Exception {
    List<Integer> forwards = IntStream.range(0, CASES).boxed().toList();
    List<Integer> backwards = new ArrayList<>(forwards);
    Collections.reverse(backwards);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<List<byte[]>> first = threads.submit(() -> digests(forwards));
      Future<List<byte[]>> second = threads.submit(() -> digests(backwards));
      return List.of(first.get(), second.get());
    }
  }

  /** By number of the case, whatever the order of the work. */
  private static List<byte[]> digests(List<Integer> order) {
    byte[][] digests = new byte[order.size()][];
    for (int i : order) {
      digests[i] = Digests.ofCase(i);
    }
    return Arrays.asList(digests);
  }

  /** What another process makes of the first so many cases. */
  private static String child(Path javaHome, int cases, String... flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+IgnoreUnrecognizedVMOptions"));
    command.addAll(List.of(flags));
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classes, Digests.class.getName(), "" + cases));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.strip();
  }
}
