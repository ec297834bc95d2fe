package dev.cantilever.drivers.care;

import dev.cantilever.drivers.drift.DriftEstimate;
import dev.cantilever.drivers.drift.DriftRule;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A driver whose scans are compared with the first that was taken with the same settings, so that
 * the drift of the sample is read back: its speed and standard error, and the speed that is beyond
 * doubt, which is zero while the scans prove none. An envelope limits the last by an interlock.
 * What was read stays, and grows old, until other scans say otherwise or a person has looked; the
 * next scan is then the new reference.
 */
public final class RegisteringDriver extends ForwardingDriver {

  private static final double ROUNDING = 1e-9;

  private final FrameWatch frames;
  private volatile Optional<Known> known = Optional.empty();

  /** What is known, and since when by the clock of the instrument. */
  private record Known(DriftEstimate drift, double seconds) {}

  public RegisteringDriver(Driver inner, DriftRule rule) {
    super(inner);
    frames = new FrameWatch(rule);
  }

  @Override
  public InstrumentState state() {
    return told(super.state());
  }

  @Override
  public InstrumentState watch() {
    return told(super.watch());
  }

  private InstrumentState told(InstrumentState state) {
    List<Readback> readbacks = new ArrayList<>(state.readbacks());
    Optional<Known> now = known;
    now.ifPresent(
        one -> {
          readbacks.add(readback(Channel.DRIFT, one.drift().speed(), one, state));
          readbacks.add(readback(Channel.DRIFT_ERROR, one.drift().error(), one, state));
        });
    readbacks.add(
        now.map(one -> readback(Channel.DRIFT_AT_LEAST, one.drift().atLeast(), one, state))
            .orElseGet(() -> Readback.fresh(Channel.DRIFT_AT_LEAST, 0)));
    return new InstrumentState(
        state.position(),
        state.elapsed(),
        state.loops(),
        state.quality(),
        state.device(),
        state.probe(),
        state.beam(),
        readbacks);
  }

  private static Readback readback(
      Channel channel, double metresPerSecond, Known known, InstrumentState state) {
    double age = Math.max(0, state.elapsed().seconds() - known.seconds());
    return new Readback(
        channel, channel.kind().of(metresPerSecond), new TimeSpan(age), Quality.GOOD);
  }

  @Override
  public Outcome execute(Permit permit) {
    Outcome outcome = super.execute(permit);
    if (changesPicture(permit.verb())) {
      forget();
    }
    if (outcome instanceof Outcome.Completed done
        && done.reading() instanceof Reading.Scan scan
        && !scan.frames().isEmpty()) {
      look(permit.verb(), scan);
    }
    return outcome;
  }

  private void look(Verb verb, Reading.Scan scan) {
    InstrumentState now = super.state();
    boolean isWhole = verb == Verb.STEM_SCAN || (verb == Verb.SPM_SCAN && isWhole(scan, now));
    if (isWhole && now.quality() == Quality.GOOD) {
      double seconds = now.elapsed().seconds();
      synchronized (frames) {
        frames
            .seen(scan, seconds)
            .ifPresent(drift -> known = Optional.of(new Known(drift, seconds)));
      }
    }
  }

  /** Of a scan of some lines it is not known which: others may be read by the next. */
  private static boolean isWhole(Reading.Scan scan, InstrumentState now) {
    double height = scan.frames().getFirst().height().metres();
    return now.readback(Channel.FRAME_HEIGHT)
        .filter(whole -> Math.abs(whole.value().canonical() / height - 1) < ROUNDING)
        .isPresent();
  }

  private void forget() {
    synchronized (frames) {
      frames.forget();
    }
  }

  /** Whether the same scan shows something else afterwards. */
  private static boolean changesPicture(Verb verb) {
    return switch (verb) {
      case SPM_SET_MODE, SPM_SET_FRAME, SPM_SET_RATE, SPM_APPROACH -> true;
      case STEM_SET_FOV, STEM_SET_SCAN, STEM_MOVE_STAGE -> true;
      default -> false;
    };
  }

  @Override
  public void acknowledge(String person, String reason) {
    super.acknowledge(person, reason);
    forget();
    known = Optional.empty();
  }
}
