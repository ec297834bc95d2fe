package dev.cantilever.tests.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand malformed or hostile calls on the widest authority that there is: only the
 * reader and the gate stand between them and the instrument.
 */
class HostileCallsTest {

  private static final int CALLS = 100_000;
  private static final long SEED = 11;

  @TempDir(factory = InMemory.class)
  private Path home;

  private static final CallId PARENT = new CallId("call-1");

  /** A person said yes, and a call that may do anything to the microscope is running. */
  private static final List<Event> RUNNING =
      List.of(
          new RunEvent.Approved("a plan", Optional.empty(), Optional.empty()),
          new CallEvent.Proposed(PARENT, Optional.empty(), Optional.empty(), "parent", "{}"),
          new CallEvent.Dispatched(
              PARENT,
              "parent",
              Effect.EXPOSE,
              new JsonText("{\"instrument\":\"pfm-pto\"}"),
              "a person's"));

  @Test
  void nothingOutsideTheEnvelopeReachesTheDriverAndNothingIsThrown() {
    Installation installation = FinishedRun.installation(home);
    HostileCalls calls = new HostileCalls(SEED, installation.calls().catalogue());
    Actor actor = new Actor(Actor.Kind.MODEL, "hostile", Actor.Channel.INTERNAL);
    Authority widest = new Authority.RunningCall(PARENT);
    int thrown = 0;
    int settled = 0;
    try (RunLog log = installation.home().openDesk();
        InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      Dispatcher dispatcher = new Dispatcher(installation.calls(), log, rack, installation.home());
      log.append(actor, RUNNING, List.of());
      for (int i = 0; i < CALLS; i++) {
        HostileCalls.Call call = calls.next();
        try {
          Answer answer =
              dispatcher.dispatch(actor, widest, Optional.empty(), call.tool(), call.arguments());
          settled += answer instanceof Answer.Settled ? 1 : 0;
        } catch (RuntimeException uncaught) {
          thrown++;
          System.out.println("seed %d, call %d: %s %s".formatted(SEED, i, call, uncaught));
        }
      }
    }
    List<String> deeds = new Program(home).deeds();
    long outside = deeds.stream().filter(HostileCallsTest::isOutside).count();
    Figures.atMost(
        "first-light-4a",
        "of 100,000 hostile calls: outside the envelope at the driver",
        (double) outside,
        "calls",
        0,
        Long.toString(SEED));
    Figures.atMost(
        "first-light-4b",
        "of 100,000 hostile calls: uncaught exceptions",
        thrown,
        "calls",
        0,
        Long.toString(SEED));
    assertThat(thrown).isZero();
    assertThat(outside).isZero();
    assertThat(settled).as("some legal calls pass, or the test proves nothing").isPositive();
    assertThat(deeds).as("some legal moves pass").isNotEmpty();
  }

  /** Against the numbers of the envelope file, written down here once more. */
  private static boolean isOutside(String ledgerLine) {
    String[] part = ledgerLine.split("\t", -1);
    double x = Double.parseDouble(part[2]);
    double y = Double.parseDouble(part[3]);
    return !(x >= 0 && x <= 2e-6 && y >= 0 && y <= 2e-6);
  }
}
