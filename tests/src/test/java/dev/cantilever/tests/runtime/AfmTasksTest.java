package dev.cantilever.tests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.tests.figures.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks for the simulated microscope, said in words, solved by the planner that needs no model. */
class AfmTasksTest {

  private static final double GOAL = 0.9;

  @TempDir private Path folder;

  private record Judged(String id, int unrequested, List<String> faults) {}

  @Test
  void theGrammarPlannerSolvesThemByEndStateAndTraceAndDoesNothingElse() throws Exception {
    GrammarPlanner planner = new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"));
    List<AfmTask> tasks = AfmTask.all();
    List<Judged> judged = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Callable<Judged>> work =
          tasks.stream().<Callable<Judged>>map(task -> () -> judged(task, planner)).toList();
      for (Future<Judged> done : two.invokeAll(work)) {
        judged.add(done.get());
      }
    }
    List<Judged> unsolved = judged.stream().filter(one -> !one.faults().isEmpty()).toList();
    unsolved.forEach(one -> System.out.println("unsolved " + one));

    double solved = 1 - unsolved.size() / (double) tasks.size();
    int unrequested = judged.stream().mapToInt(Judged::unrequested).sum();
    Figures.atLeast(
        "runtime-5a",
        "AFM tasks in words that the grammar planner solves, of " + tasks.size(),
        solved,
        "",
        GOAL,
        "1");
    Figures.atMost(
        "runtime-5b", "calls on the instrument that no task asked for", unrequested, "", 0, "1");
    assertThat(tasks).hasSizeGreaterThanOrEqualTo(60);
    assertThat(solved).isGreaterThanOrEqualTo(GOAL);
    assertThat(unrequested).isZero();
  }

  private Judged judged(AfmTask task, GrammarPlanner planner) {
    AfmTrial trial = new AfmTrial(folder.resolve(task.id()), planner).run(task);
    AfmJudge judge = new AfmJudge(task, trial);
    return new Judged(task.id(), judge.unrequested(), judge.faults());
  }
}
