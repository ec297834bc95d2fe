package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An instrument that writes down what it was made to do, and stands where a move sent it. */
class LedgerDriver implements Driver {

  final List<Command> done = new ArrayList<>();
  final List<Permit> permits = new ArrayList<>();
  final List<String> acknowledged = new ArrayList<>();
  Runnable whenAcknowledged = () -> {};
  int stops;
  boolean closed;
  Cost price = new Cost(new TimeSpan(10), new Length(1), 1);
  Optional<String> inability = Optional.empty();
  Optional<GroundTruth> truth = Optional.empty();
  InstrumentState state = Examples.standingAt(0, 0);

  /** What happens between the arrival of a permit and its redemption. */
  Runnable beforeActing = () -> {};

  /** What happens while the gate is still judging. */
  Runnable whileJudged = () -> {};

  Outcome outcome =
      new Outcome.Completed(new Reading.ProbePosition(SurfacePoint.metres(0, 0)), new TimeSpan(10));

  @Override
  public InstrumentDescription describe() {
    SiteGrid sites = new SiteGrid(2, 2, new Length(1), new Length(1));
    return new InstrumentDescription(
        new InstrumentId("ledger"),
        "records what it does",
        "none",
        true,
        "",
        new Offer.Loops(sites, new TimeSpan(10), new Voltage(8.5), 64));
  }

  @Override
  public InstrumentState state() {
    return state;
  }

  @Override
  public Cost estimate(Command command) {
    return price;
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    whileJudged.run();
    return inability;
  }

  @Override
  public Outcome execute(Permit permit) {
    permits.add(permit);
    beforeActing.run();
    try {
      Command command = permit.redeem();
      done.add(command);
      if (command instanceof MoveProbe move && outcome instanceof Outcome.Completed) {
        state = state.at(move.target());
      }
      return outcome;
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    }
  }

  @Override
  public Recollection recall(CommandKey key) {
    return new Recollection.NeverArrived();
  }

  @Override
  public Optional<GroundTruth> truth() {
    return truth;
  }

  @Override
  public void acknowledge(String person, String reason) {
    acknowledged.add(person + ": " + reason);
    whenAcknowledged.run();
  }

  @Override
  public void stop() {
    stops++;
  }

  @Override
  public void close() {
    closed = true;
  }
}
