package dev.cantilever.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Ours and the peer's seconds in one run, one after the other; see tests/benchmarks/README.md.
 * {@code -Dbench.quick} tries whether everything runs, {@code -Dpeer.python} asks the peer too,
 * {@code -Dbench.native} adds a row with the LAPACK of the system.
 */
@Tag("bench")
@Isolated
class SpeedTest {

  private static final boolean QUICK = System.getProperty("bench.quick") != null;
  private static final boolean NATIVE = System.getProperty("bench.native") != null;
  private static final Path RESULTS = Path.of("benchmarks/results/speed.json");
  private static final String WARM_STEP = "warm step";
  private static final String LIKELIHOOD = "log marginal likelihood and gradient, LAPACK";
  private static final String NATIVE_LIKELIHOOD = "the same with native linear algebra, LAPACK";
  private static final String COLD_FIT = "cold fit, 5 starts";

  @Test
  void everyPartIsTimedBesideThePeer() throws Exception {
    Collection<RunResult> ours = benchmarks();
    Optional<JsonNode> peer = Surroundings.peer(QUICK ? 1 : 5);
    if (peer.isEmpty()) {
      System.out.println("speed: no -Dpeer.python=PATH, so that only our own seconds are measured");
    }
    List<Measured> table = table(ours, peer.orElse(MissingNode.getInstance()));
    System.out.println("| case | size | Cantilever, s | peer, s | times faster |");
    System.out.println("|---|---|---|---:|---:|");
    table.forEach(one -> System.out.println(one.row()));
    write(table, peer);
    if (!QUICK) {
      record(table);
    }
  }

  private static Collection<RunResult> benchmarks() throws Exception {
    // forks read it; Surefire hides the libraries in a jar of its own
    String classes = System.getProperty("surefire.test.class.path");
    if (classes != null) {
      System.setProperty("java.class.path", classes);
    }
    return new Runner(
            new OptionsBuilder()
                .include("dev\\.cantilever\\.tests\\.bench\\..*Benchmark\\..*")
                .exclude(NATIVE ? "^$" : "NativeBenchmark")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.SECONDS)
                .threads(1)
                .forks(1)
                .warmupIterations(QUICK ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(QUICK ? 10 : 1000))
                .measurementIterations(QUICK ? 1 : 7)
                .measurementTime(TimeValue.milliseconds(QUICK ? 10 : 700))
                .jvmArgs("-XX:+UseSerialGC", "-Xmx2g", "--enable-native-access=ALL-UNNAMED")
                .build())
        .run();
  }

  private static List<Measured> table(Collection<RunResult> ours, JsonNode peer) {
    List<Measured> table = new ArrayList<>();
    for (int n : new int[] {50, 200, 500}) {
      for (int d : new int[] {2, 6}) {
        for (String part : List.of("fit", "propose", "step")) {
          Map<String, Integer> size = size("n", n, "d", d);
          table.add(measured(ours, "WarmStepBenchmark." + part, peer, "warm " + part, size));
        }
      }
    }
    for (int d : new int[] {2, 6}) {
      table.add(measured(ours, "ColdFitBenchmark.fit", peer, COLD_FIT, size("n", 200, "d", d)));
    }
    table.add(
        measured(
            ours, "PartsBenchmark.marginalLikelihood", peer, LIKELIHOOD, size("n", 1000, "d", 5)));
    if (NATIVE) {
      Measured likelihood =
          measured(
              ours,
              "NativeBenchmark.marginalLikelihood",
              peer,
              LIKELIHOOD,
              size("n", 1000, "d", 5));
      table.add(likelihood.named(NATIVE_LIKELIHOOD));
    }
    Map<String, Integer> pool = size("n", 400, "d", 2, "points", 100_000);
    Map<String, Integer> front = size("objectives", 2, "front", 50, "candidates", 10_000);
    for (String library : List.of("BoTorch", "LAPACK")) {
      String name = "posterior mean and variance, " + library;
      table.add(measured(ours, "PartsBenchmark.posterior", peer, name, pool));
    }
    for (String library : List.of("BoTorch", "NumPy")) {
      String name = "exact EHVI, " + library;
      table.add(measured(ours, "PartsBenchmark.hypervolumeImprovement", peer, name, front));
    }
    return table;
  }

  private static Measured measured(
      Collection<RunResult> ours,
      String benchmark,
      JsonNode peer,
      String name,
      Map<String, Integer> size) {
    return new Measured(
        name, size, Measured.find(ours, benchmark, size), Measured.find(peer, name, size));
  }

  private static Map<String, Integer> size(Object... namesAndNumbers) {
    Map<String, Integer> size = new LinkedHashMap<>();
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      size.put((String) namesAndNumbers[i], (Integer) namesAndNumbers[i + 1]);
    }
    return size;
  }

  private static void record(List<Measured> table) {
    faster("4a", "warm fit and proposal, n 50", 10, table, of(WARM_STEP, 50));
    faster("4b", "warm fit and proposal, n 200", 10, table, of(WARM_STEP, 200));
    faster("4c", "warm fit and proposal, n 500", 5, table, of(WARM_STEP, 500));
    faster("4d", "cold fit from 5 starts, n 200", 5, table, of(COLD_FIT, 200));
    String what = "log marginal likelihood and gradient, n 1000, d 5, seconds over LAPACK's";
    overLapack("4e", what, 2, first(table, LIKELIHOOD));
    if (NATIVE) {
      overLapack("4h", what + ", native", 1, first(table, NATIVE_LIKELIHOOD));
    }
    atMost("4f", "posterior at 100,000 points, n 400", 1, first(table, "posterior"));
    atMost("4g", "exact EHVI of 10,000 candidates, front of 50", 0.05, first(table, "exact EHVI"));
  }

  private static Predicate<Measured> of(String name, int n) {
    return one -> one.name().equals(name) && one.size().get("n") == n;
  }

  private static Measured first(List<Measured> table, String name) {
    return table.stream().filter(one -> one.name().startsWith(name)).findFirst().orElseThrow();
  }

  /** The worst of the dimensions speaks; without a peer nothing is said. */
  private static void faster(
      String id, String what, double goal, List<Measured> table, Predicate<Measured> which) {
    table.stream()
        .filter(which)
        .flatMap(one -> one.ratio().stream())
        .min(Double::compare)
        .ifPresent(
            ratio ->
                Figures.measured(
                    "bayesian-core-" + id,
                    what + ", d 2 and 6: times faster than BoTorch, the worse of both",
                    ratio,
                    "times",
                    "≥ " + goal,
                    ratio >= goal));
  }

  private static void overLapack(String id, String what, double goal, Measured one) {
    one.ratio()
        .ifPresent(
            ratio ->
                Figures.measured(
                    "bayesian-core-" + id,
                    what,
                    1 / ratio,
                    "times",
                    "≤ " + goal,
                    1 / ratio <= goal));
  }

  private static void atMost(String id, String what, double goal, Measured one) {
    double seconds = one.ours().median();
    Figures.measured("bayesian-core-" + id, what, seconds, "s", "≤ " + goal, seconds <= goal);
  }

  private static void write(List<Measured> table, Optional<JsonNode> peer)
      throws IOException, InterruptedException {
    ObjectNode whole = Surroundings.described();
    whole.put("quick", QUICK);
    peer.ifPresent(said -> whole.set("peer_versions", said.get("versions")));
    table.forEach(one -> whole.withArray("cases").add(one.json()));
    Path file = QUICK ? Path.of("target/speed.json") : RESULTS;
    Files.createDirectories(file.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), whole);
    System.out.println("written: tests/" + file);
  }
}
