package dev.cantilever.tests.bayesian.regret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tests.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against BoTorch's defaults from the same starts (tests/benchmarks/README.md). Promised: the
 * median over the seeds is worse at no budget and better at half of them or more. Where that is not
 * reached, the figure says by how much, and nothing is asserted.
 */
@Tag("long")
class RegretTest {

  private static final int SEEDS = 20;

  private static final Map<BoxProblem, String> BOXES =
      Map.of(BoxProblem.BRANIN, "5a", BoxProblem.HARTMANN6, "5b", BoxProblem.ACKLEY5, "5c");

  /** Where the promise was reached once, it must be reached ever after. */
  private static final Set<String> REACHED =
      Set.of("branin", "pool_autoam top share", "pool_perovskite top share");

  @ParameterizedTest
  @EnumSource(BoxProblem.class)
  void leastValueOnABox(BoxProblem problem) {
    Stopwatch watch = new Stopwatch();
    List<double[]> curves = curves(seed -> BoxCampaign.best(problem, seed, watch));
    JsonNode peer = Shared.peer(problem.file());
    report(BOXES.get(problem), problem.file(), new Comparison(curves, peer, "best", false), watch);
  }

  @Test
  void hypervolumeOfTwoObjectives() {
    Stopwatch watch = new Stopwatch();
    JsonNode peer = Shared.peer(FrontCampaign.PEER);
    List<double[]> curves = curves(seed -> FrontCampaign.hypervolume(peer, seed, watch));
    report("5d", FrontCampaign.PEER, new Comparison(curves, peer, "hypervolume", true), watch);
  }

  @ParameterizedTest
  @CsvSource({
    "5e, 5j, Crossed_barrel",
    "5f, 5k, P3HT",
    "5g, 5l, AutoAM",
    "5h, 5m, Perovskite",
    "5i, 5n, AgNP"
  })
  void bestMaterialOfAPoolAndShareOfTheTopFound(String best, String share, String name) {
    Stopwatch watch = new Stopwatch();
    PoolCampaign campaign = new PoolCampaign(name);
    List<List<Integer>> runs =
        IntStream.range(0, SEEDS).mapToObj(seed -> campaign.taken(seed, watch)).toList();
    String file = "pool_" + name.toLowerCase(Locale.ROOT);
    JsonNode peer = Shared.peer(file);
    List<double[]> values = runs.stream().map(campaign::best).toList();
    report(best, file, new Comparison(values, peer, "best", true), watch);
    List<double[]> shares = runs.stream().map(campaign::topShare).toList();
    report(share, file + " top share", new Comparison(shares, peer, "top_share", true), watch);
  }

  private static List<double[]> curves(IntFunction<double[]> campaign) {
    List<double[]> curves = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      curves.add(campaign.apply(seed));
    }
    return curves;
  }

  private static void report(String id, String name, Comparison comparison, Stopwatch watch) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d seeds: %s, beyond chance worse %d better %d; %.1f ms of processor time a step%n"
            + "  ours %s%n  peer %s%n",
        name,
        comparison.seeds(),
        comparison.inWords(),
        comparison.clearlyWorse(),
        comparison.clearlyBetter(),
        1000 * watch.median(),
        comparison.row(true),
        comparison.row(false));
    Figures.compared(
        "bayesian-core-" + id,
        "%s, %d seeds: budgets with a worse median; better at %d"
            .formatted(name, comparison.seeds(), comparison.better()),
        comparison.worse(),
        comparison.budgets(),
        comparison.isKept());
    Figures.lastingAtMost(
        "bayesian-core-" + id + "c",
        "%s: medians worse beyond a draw of seeds; better at %d"
            .formatted(name, comparison.clearlyBetter()),
        comparison.clearlyWorse(),
        "of " + comparison.budgets(),
        0,
        "0-19");
    if (REACHED.contains(name)) {
      assertThat(comparison.isKept()).as(comparison.inWords()).isTrue();
    }
  }
}
