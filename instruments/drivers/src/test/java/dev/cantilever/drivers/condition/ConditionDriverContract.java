package dev.cantilever.drivers.condition;

import static dev.cantilever.drivers.condition.EvaluateAndDie.bits;
import static dev.cantilever.drivers.condition.Installed.key;
import static dev.cantilever.drivers.condition.Installed.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every instrument that answers for conditions keeps to. */
public abstract class ConditionDriverContract {

  @TempDir Path directory;

  /** The instrument, as its profile sets it up. */
  protected abstract Installed installed();

  /** The same, set up so that it reads other values. */
  protected abstract Installed changed();

  /** Three different conditions that it can evaluate, all at its cheapest fidelity. */
  protected abstract List<Evaluate> commands();

  @Test
  public void answersEachOfferedOutcomeInTheTimeOfItsFidelity() {
    try (Gate gate = installed().gate(directory)) {
      Offer.Conditions offer = gate.describe().conditions().orElseThrow();
      Outcome.Completed done = act(gate, 1, commands().getFirst());
      assertThat(((Reading.Trial) done.reading()).outcomes())
          .extracting(Reading.Outcome::name)
          .isEqualTo(offer.outcomes().stream().map(Offer.Outcome::name).toList());
      assertThat(((Reading.Trial) done.reading()).outcomes())
          .allMatch(one -> Double.isFinite(one.value()) && one.standardError() >= 0);
      assertThat(done.duration()).isEqualTo(offer.fidelities().getFirst().time());
      assertThat(gate.spent().time()).isEqualTo(done.duration());
      assertThat(gate.state().elapsed()).isEqualTo(done.duration());
      assertThat(gate.state().quality()).isEqualTo(Quality.GOOD);
      assertThat(gate.describe().twin()).isTrue();
      assertThat(gate.describe().dataHash()).matches("sha256:[0-9a-f]{64}");
    }
  }

  /** A clock that jumps three seconds at each look lets every permit expire. */
  @Test
  public void doesNothingOnAPermitThatHasExpired() throws IOException {
    AtomicLong now = new AtomicLong();
    try (Gate gate = installed().gate(directory, () -> now.addAndGet(3_000_000_000L))) {
      assertThat(gate.execute(key(1), commands().getFirst()))
          .isEqualTo(
              new Verdict.Acted(
                  new Outcome.Failed("permit for " + key(1) + " is no longer valid")));
      assertThat(gate.recall(key(1))).isEqualTo(new Recollection.NeverArrived());
      assertThat(gate.state().elapsed().seconds()).isZero();
    }
    assertThat(Files.readString(ledger())).isEmpty();
  }

  @Test
  public void doesNothingAfterAStop() throws IOException {
    try (Gate gate = installed().gate(directory)) {
      gate.stop("smoke");
      assertThat(gate.execute(key(1), commands().getFirst())).isInstanceOf(Verdict.Refused.class);
    }
    assertThat(Files.readString(ledger())).isEmpty();
  }

  @Test
  public void remembersItsPastWhenItIsConnectedAgain() {
    InstrumentState before;
    try (Gate gate = installed().gate(directory)) {
      act(gate, 1, commands().get(0));
      act(gate, 2, commands().get(1));
      before = gate.state();
    }
    try (Gate gate = installed().gate(directory)) {
      assertThat(gate.state()).isEqualTo(before);
    }
  }

  @Test
  public void recallsEveryBitOfWhatAKilledProcessRead() throws Exception {
    Evaluate command = commands().getFirst();
    assertThat(EvaluateAndDie.run(installed(), directory, command))
        .isEqualTo(EvaluateAndDie.KILLED);
    try (Gate gate = installed().gate(directory)) {
      assertThat(recalled(gate, 1) + recalled(gate, 2))
          .isEqualTo(Files.readString(directory.resolve("said")));
      assertThat(gate.recall(key(3))).isEqualTo(new Recollection.NeverArrived());
      assertThat(gate.state().elapsed().seconds())
          .isEqualTo(2 * gate.estimate(command).time().seconds());
    }
  }

  /** Evaluations of other conditions come in between, before and after a new connection. */
  @Test
  public void recallsWhatItReadWhateverItDidBesides() {
    Reading[] read = new Reading[6];
    try (Gate gate = installed().gate(directory)) {
      for (int i = 0; i < read.length; i++) {
        read[i] = act(gate, i + 1, commands().get(i % commands().size())).reading();
      }
    }
    try (Gate gate = installed().gate(directory)) {
      act(gate, 99, commands().getFirst());
      for (int i = 0; i < read.length; i++) {
        assertThat(recalled(gate, i + 1)).isEqualTo(bits(read[i]));
      }
    }
  }

  @Test
  public void readsTheSameInAnotherInstallation() throws IOException {
    String here;
    String there;
    try (Gate gate = installed().gate(directory)) {
      here = bits(act(gate, 1, commands().getFirst()).reading());
    }
    try (Gate gate = installed().gate(Files.createDirectory(directory.resolve("there")))) {
      act(gate, 1, commands().getLast());
      there = bits(act(gate, 2, commands().getFirst()).reading());
    }
    assertThat(there).isEqualTo(here);
  }

  @Test
  public void cannotTellWhatItReadBeforeItsProfileChanged() {
    try (Gate gate = installed().gate(directory)) {
      act(gate, 1, commands().getFirst());
    }
    try (Gate gate = changed().gate(directory)) {
      assertThat(gate.recall(key(1)))
          .isInstanceOfSatisfying(
              Recollection.CannotTell.class,
              unknown -> assertThat(unknown.reason()).contains("run-0001/call-1", "changed"));
      act(gate, 2, commands().getFirst());
      assertThat(gate.recall(key(2))).isInstanceOf(Recollection.Done.class);
    }
  }

  @Test
  public void writesAConditionInItsOwnOrderWithZeroOfOneSign() throws IOException {
    Evaluate command = commands().getFirst();
    Evaluate turned = new Evaluate(command.settings().reversed(), command.fidelity());
    try (Gate gate = installed().gate(directory)) {
      act(gate, 1, command);
      act(gate, 2, turned);
    }
    List<String> lines = Files.readAllLines(ledger());
    assertThat(lines.get(1)).isEqualTo(lines.get(0).replace("call-1", "call-2"));
    assertThat(lines.get(0))
        .matches("run-0001/call-1\tcondition\\.evaluate\tsha256:\\w{64}\t0(\t[^\t]+=[^\t=]+)+\t.+");
  }

  @Test
  public void namesAllThatIsWrongWithACondition() {
    Evaluate command = commands().getFirst();
    Setting first = command.settings().getFirst();
    try (Gate gate = installed().gate(directory)) {
      String name = first.parameter();
      assertThat(refusal(gate, new Evaluate(List.of(), 0))).contains(name + " is missing");
      assertThat(refusal(gate, with(command, first))).contains(name + " is set twice");
      assertThat(refusal(gate, with(command, new Setting("nonsense", 1))))
          .contains("no parameter \"nonsense\"", name + " in [");
      assertThat(refusal(gate, new Evaluate(command.settings(), 7)))
          .contains("no fidelity 7", "0 (");
      assertThat(refusal(gate, new Evaluate(List.of(new Setting("nonsense", 1)), 9)))
          .contains(name + " is missing", "nonsense", "no fidelity 9");
      assertThat(gate.recall(key(1))).isEqualTo(new Recollection.NeverArrived());
    }
  }

  @Test
  public void refusesValuesOutsideItsOfferAndNoNumbers() {
    try (Driver driver = installed().connect(directory)) {
      Offer.Parameter parameter =
          driver.describe().conditions().orElseThrow().parameters().getFirst();
      for (double value :
          new double[] {
            Math.nextDown(parameter.min()),
            Math.nextUp(parameter.max()),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
          }) {
        Setting setting = new Setting(parameter.name(), value);
        assertThat(driver.cannot(with(new Evaluate(List.of(), 0), setting), nowhere()))
            .hasValueSatisfying(reason -> assertThat(reason).contains(value + " is not offered"));
      }
    }
  }

  @Test
  public void knowsNoProbe() {
    Command loop = new HysteresisLoop(new Voltage(1), 1);
    try (Driver driver = installed().connect(directory)) {
      assertThat(driver.cannot(loop, nowhere()))
          .hasValueSatisfying(reason -> assertThat(reason).contains("instrument.evaluate"));
      assertThat(driver.estimate(loop).loops()).isZero();
    }
  }

  @Test
  public void isLockedAgainstASecondController() {
    try (Driver first = installed().connect(directory)) {
      assertThat(first.state().quality()).isEqualTo(Quality.GOOD);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> installed().connect(directory))
          .withMessageContaining("controls this instrument");
    }
    installed().connect(directory).close();
  }

  @Test
  public void saysUnknownWhereItsLedgerCannotBeWritten() {
    Gate gate = installed().gate(directory);
    gate.close();
    assertThat(gate.execute(key(1), commands().getFirst()))
        .isInstanceOfSatisfying(
            Verdict.Acted.class,
            acted -> assertThat(acted.outcome()).isInstanceOf(Outcome.Unknown.class));
  }

  @Test
  public void refusesALedgerThatIsNotItsOwn() throws IOException {
    for (String line :
        List.of(
            "a\tspm.loop\t0.0\t0.0\t2.35\n",
            "a\tcondition.evaluate\ts\t0\t2.35\n",
            "a\tcondition.evaluate\ts\t0\tx=\t2.35\n",
            "a\tcondition.evaluate\ts\t0\t=1\t2.35\n",
            "a\tcondition.evaluate\ts\tlow\tx=1\t2.35\n")) {
      Files.writeString(ledger(), line);
      assertThatExceptionOfType(ConnectionFailure.class)
          .isThrownBy(() -> installed().connect(directory))
          .withMessageContaining("ledger cannot be used");
    }
  }

  @Test
  public void namesAnOptionThatItDoesNotKnow() {
    Map<String, String> options = new HashMap<>(installed().options());
    options.put("colour", "blue");
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> new Installed(installed().kind(), options).connect(directory))
        .withMessageContaining("device")
        .withMessageContaining("unknown option \"colour\"");
  }

  /** Connects with one option set or, where {@code value} is null, left out. */
  protected final void assertRefusesOption(String name, String value, String... words) {
    Map<String, String> options = new HashMap<>(installed().options());
    if (value == null) {
      options.remove(name);
    } else {
      options.put(name, value);
    }
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> new Installed(installed().kind(), options).connect(directory))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
  }

  protected final Path directory() {
    return directory;
  }

  protected static Outcome.Completed act(Gate gate, int call, Command command) {
    Verdict verdict = gate.execute(key(call), command);
    assertThat(verdict).isInstanceOf(Verdict.Acted.class);
    return (Outcome.Completed) ((Verdict.Acted) verdict).outcome();
  }

  protected static String refusal(Gate gate, Command command) {
    Verdict verdict = gate.execute(key(1), command);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).problems().getFirst().message();
  }

  private static String recalled(Gate gate, int call) {
    return bits(((Recollection.Done) gate.recall(key(call))).reading());
  }

  private static SurfacePoint nowhere() {
    return SurfacePoint.metres(0, 0);
  }

  private Path ledger() {
    return directory.resolve("ledger.tsv");
  }
}
