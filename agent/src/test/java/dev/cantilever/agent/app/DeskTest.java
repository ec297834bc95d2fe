package dev.cantilever.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  @TempDir private Path folder;

  /** Several desks of one home stand for several processes: each has its own journal handle. */
  @Test
  void callsOfSeveralDesksGetNamesOfTheirOwn() throws Exception {
    Installation installation = Installation.at(Optional.of(folder), Map.of());
    List<Callable<Integer>> work = new ArrayList<>();
    for (int desk = 0; desk < 4; desk++) {
      work.add(() -> tenCalls(installation));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> future : threads.invokeAll(work)) {
        assertThat(future.get()).isEqualTo(10);
      }
    }
    List<CallState> calls = installation.home().find(new RunId("desk")).orElseThrow().calls();
    assertThat(calls).hasSize(40).allMatch(call -> call.result().isPresent());
  }

  private static int tenCalls(Installation installation) {
    Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
    try (Desk desk = installation.desk()) {
      for (int call = 0; call < 10; call++) {
        desk.call(person, "reward.define", "{\"terms\":[{\"scalariser\":\"loop_area\"}]}");
      }
    }
    return 10;
  }
}
