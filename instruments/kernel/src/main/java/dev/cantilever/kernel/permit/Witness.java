package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Compares what an instrument answers with what it reads back, and says where they disagree. */
final class Witness {

  private static final int READS = 3;
  private static final String LINK = "link";
  private static final String ALARM = "alarm";

  private final Driver driver;
  private final Sentry sentry;
  private final Runnable rest;
  private final InstrumentDescription identity;
  private final Set<CommandKey> unknown = ConcurrentHashMap.newKeySet();
  private volatile Optional<Whereabouts> expected = Optional.empty();
  private volatile boolean alarmed;

  Witness(Driver driver, Sentry sentry, Runnable rest) {
    this.driver = driver;
    this.sentry = sentry;
    this.rest = rest;
    this.identity = driver.describe();
  }

  Optional<Whereabouts> expected() {
    return expected;
  }

  /** A person has looked. */
  void forget() {
    unknown.forEach(this::settle);
    expected = Optional.empty();
    sentry.tell(new GuardInput.Well(ALARM));
  }

  /** An answer ends the hold for a lost outcome. */
  Recollection recall(CommandKey key) {
    Recollection found = driver.recall(key);
    if (!(found instanceof Recollection.CannotTell)) {
      settle(key);
    }
    return found;
  }

  private void settle(CommandKey key) {
    if (unknown.remove(key)) {
      sentry.tell(new GuardInput.Well(outcomeOf(key)));
    }
  }

  /** Tries three times; offline where nothing came. */
  InstrumentState read(Supplier<InstrumentState> port) {
    String words = "";
    for (int attempt = 1; attempt <= READS; attempt++) {
      try {
        InstrumentState now = port.get();
        sentry.tell(new GuardInput.Well(LINK));
        sentry.tell(new GuardInput.DriverBeat());
        return now;
      } catch (RuntimeException broken) {
        words = "the instrument does not answer: " + broken.getMessage();
      }
    }
    hold(LINK, words);
    return InstrumentState.offline();
  }

  /** Reads every interlock anew, from another thread than the one that commands. */
  void look(List<Interlock> interlocks) {
    Optional<Whereabouts> known = expected;
    InstrumentState now = read(driver::watch);
    interlocks.forEach(interlock -> sentry.tell(interlock, now));
    examine(now, known);
  }

  /** Reacts to what no command of ours explains: another device, an alarm, a position. */
  void examine(InstrumentState now, Optional<Whereabouts> known) {
    Optional<String> other =
        Optional.of("another device answers").filter(words -> !driver.describe().equals(identity));
    sentry.tell("identity", Severity.TRIP, ClearRule.AFTER_ACKNOWLEDGEMENT, other);
    alarm(now.device());
    // where a command began or ended meanwhile, the readback may be of before it
    if (known.isPresent() && known.equals(expected) && now.quality() == Quality.GOOD) {
      Whereabouts there = known.get();
      if (!there.allows(now.position())) {
        expected = Optional.empty();
        String how = there.isWay() ? "it left its way and" : "moved without a command of ours, it";
        happened(there.isWay() ? Severity.SAFE_STOP : Severity.HOLD, how + reads(now));
      }
    }
  }

  /** A fault of the device trips once; after a reset the device may be told to clear it. */
  private void alarm(DeviceState device) {
    boolean isFault = device == DeviceState.FAULT;
    if (isFault != alarmed) {
      alarmed = isFault;
      Optional<String> words =
          Optional.of("the instrument reports a fault of its own").filter(any -> isFault);
      sentry.tell(ALARM, Severity.TRIP, ClearRule.AFTER_ACKNOWLEDGEMENT, words);
    }
  }

  private void hold(String name, String words) {
    sentry.tell(name, Severity.HOLD, ClearRule.WITH_CONDITION, Optional.of(words));
  }

  /** Something about the position, which a person must look at although it may be over. */
  private void happened(Severity severity, String words) {
    sentry.tell("position", severity, ClearRule.AFTER_ACKNOWLEDGEMENT, Optional.of(words));
    sentry.tell(new GuardInput.Well("position"));
  }

  private static String outcomeOf(CommandKey key) {
    return "outcome of " + key;
  }

  private static String reads(InstrumentState now) {
    return " reads (%s, %s)".formatted(now.position().x(), now.position().y());
  }

  /** Lets the driver do a command, which begins at {@code from}, and looks at what came of it. */
  Outcome attend(Command command, SurfacePoint from, Permit permit) {
    Optional<Whereabouts> stood = expected;
    Optional<Whereabouts> way =
        Whereabouts.target(command, from).map(to -> new Whereabouts(from, to, tolerance()));
    expected = way;
    Outcome outcome = settled(permit.key(), carriedOut(permit), way);
    expected = outcome instanceof Outcome.Failed ? stood : expected;
    return outcome;
  }

  /** A driver that breaks may have acted. */
  Outcome carriedOut(Permit permit) {
    try {
      return driver.execute(permit);
    } catch (RuntimeException broken) {
      return new Outcome.Unknown("the driver broke: " + broken.getMessage());
    }
  }

  /** Believes what is read back, not what is answered. */
  private Outcome settled(CommandKey key, Outcome outcome, Optional<Whereabouts> way) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed;
      case Outcome.Unknown lost -> {
        expected = Optional.empty();
        unknown.add(key);
        hold(outcomeOf(key), outcomeOf(key) + " is not known: " + lost.evidence());
        rest.run();
        yield lost;
      }
      case Outcome.Completed completed -> {
        InstrumentState now = read(driver::state);
        boolean good = now.quality() == Quality.GOOD;
        if (way.isEmpty() || (good && way.get().isReached(now.position()))) {
          Whereabouts here = new Whereabouts(now.position(), now.position(), tolerance());
          expected = Optional.of(here).filter(known -> known.allows(now.position()));
          yield completed;
        }
        expected = Optional.empty();
        String words = "it says done, but" + reads(now);
        rest.run();
        happened(
            good && !way.get().allows(now.position()) ? Severity.SAFE_STOP : Severity.HOLD, words);
        yield new Outcome.Unknown(words);
      }
    };
  }

  private double tolerance() {
    return driver.positionTolerance().metres();
  }
}
