package dev.cantilever.drivers.condition;

import dev.cantilever.drivers.ledger.Deed;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.setup.ContentHash;
import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An instrument that answers for whole conditions, from whatever its {@link Trials} are. */
public final class ConditionDriver implements Driver {

  private static final SurfacePoint NOWHERE = SurfacePoint.metres(0, 0);

  private final InstrumentDescription description;
  private final OfferedConditions offered;
  private final Trials trials;
  private final String source;
  private final DeviceLedger<Evaluation> ledger;
  private double elapsedSeconds;

  private ConditionDriver(
      InstrumentDescription description, Trials trials, DeviceLedger<Evaluation> ledger) {
    this.description = description;
    this.offered = new OfferedConditions(description);
    this.trials = trials;
    this.source = ContentHash.of(trials.identity());
    this.ledger = ledger;
    ledger.deeds().forEach(this::account);
  }

  /**
   * Takes the instrument.
   *
   * @param description offers conditions
   * @param directory the instrument's own folder
   * @throws ConnectionFailure where its ledger cannot be used
   */
  public static ConditionDriver open(
      InstrumentDescription description, Trials trials, Path directory) {
    return new ConditionDriver(
        description,
        trials,
        DeviceLedger.open(directory.resolve("ledger.tsv"), new EvaluationLine()));
  }

  @Override
  public InstrumentDescription describe() {
    return description;
  }

  /** It has no probe; position and loops stay where they were. */
  @Override
  public synchronized InstrumentState state() {
    return new InstrumentState(NOWHERE, new TimeSpan(elapsedSeconds), 0, Quality.GOOD);
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case Evaluate evaluate -> new Cost(offered.time(evaluate), new Length(0), 0);
      case Command other -> Cost.NONE;
    };
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return switch (command) {
      case Evaluate evaluate ->
          offered
              .refusal(evaluate)
              .or(() -> trials.cannot(OfferedConditions.condition(offered.canonical(evaluate))));
      case Command other ->
          Optional.of(
              "%s answers for conditions and has no probe; use instrument.evaluate"
                  .formatted(description.instrument()));
    };
  }

  @Override
  public Outcome execute(Permit permit) {
    try {
      Command command = permit.redeem();
      Optional<String> inability = cannot(command, NOWHERE);
      if (inability.isPresent() || !(command instanceof Evaluate evaluate)) {
        return new Outcome.Failed(inability.orElse("not a condition"));
      }
      Evaluate canonical = offered.canonical(evaluate);
      permit.lastLook(new CommandText().write(canonical));
      return evaluate(permit.key(), canonical);
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
  }

  /** The line is the deed; what it reads follows from the lines before it. */
  private Outcome evaluate(CommandKey key, Evaluate command) {
    int repetition = evaluations(ledger.deeds(), command);
    Deed<Evaluation> deed =
        new Deed<>(
            key.toString(),
            command.verb().word(),
            new Evaluation(source, command),
            offered.time(command).seconds());
    ledger.write(deed);
    account(deed);
    return new Outcome.Completed(reading(command, repetition), new TimeSpan(deed.seconds()));
  }

  @Override
  public Recollection recall(CommandKey key) {
    List<Deed<Evaluation>> deeds = ledger.deeds();
    for (int i = 0; i < deeds.size(); i++) {
      if (deeds.get(i).key().equals(key.toString())) {
        return recall(deeds.get(i), deeds.subList(0, i));
      }
    }
    return new Recollection.NeverArrived();
  }

  private Recollection recall(Deed<Evaluation> deed, List<Deed<Evaluation>> earlier) {
    if (!deed.particulars().source().equals(source)) {
      return new Recollection.CannotTell(
          "%s has done %s, but its profile or data have changed since; what it read is lost"
              .formatted(description.instrument(), deed.key()));
    }
    Evaluate command = deed.particulars().command();
    return new Recollection.Done(
        reading(command, evaluations(earlier, command)), new TimeSpan(deed.seconds()));
  }

  @Override
  public void stop() {
    // Nothing is in motion: every command is over when its call returns.
  }

  @Override
  public Optional<GroundTruth> truth() {
    return trials.truth();
  }

  @Override
  public void close() {
    ledger.close();
  }

  private synchronized void account(Deed<Evaluation> deed) {
    elapsedSeconds += deed.seconds();
  }

  private Reading reading(Evaluate canonical, int repetition) {
    return new Reading.Trial(
        trials.outcomes(OfferedConditions.condition(canonical), canonical.fidelity(), repetition));
  }

  private static int evaluations(List<Deed<Evaluation>> deeds, Evaluate canonical) {
    return (int)
        deeds.stream().filter(deed -> deed.particulars().command().equals(canonical)).count();
  }
}
