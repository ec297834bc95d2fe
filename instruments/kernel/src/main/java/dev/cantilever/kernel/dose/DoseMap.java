package dev.cantilever.kernel.dose;

import dev.cantilever.kernel.envelope.DoseLimit;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.quantity.Dose;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Electrons per area in each cell of a sample: {@code current · time / (e · area)}, where the area
 * is the field of a scan, and one cell under a beam that stands.
 */
public final class DoseMap {

  private static final long MOST_ACROSS = 1_000;

  private record Cell(long column, long row) {}

  /**
   * What one cell has got.
   *
   * @param x middle of the cell on the sample
   * @param y middle of the cell on the sample
   */
  public record Got(Length x, Length y, Dose dose) {}

  private final DoseLimit limit;
  private final DoseRecord record;
  private final Map<Cell, Double> cells = new HashMap<>();

  /**
   * With what the record says the sample has got before.
   *
   * @throws ConnectionFailure where the record holds what cannot have been
   */
  public DoseMap(DoseLimit limit, DoseRecord record) {
    this.limit = limit;
    this.record = record;
    record.all().forEach(this::recount);
  }

  private void recount(Exposed before) {
    if (!(across(before) <= MOST_ACROSS && Double.isFinite(before.x() + before.y()))) {
      throw new ConnectionFailure(
          "the record of doses lists %s, which is no field of this microscope in cells of %s; mend it"
              .formatted(before, limit.cell()));
    }
    account(before);
  }

  /** Why a command may not be done, with the fullest cell; empty where it may. */
  public Optional<String> objection(Command command, InstrumentState state, Cost estimate) {
    if (!exposes(command, estimate)) {
      return Optional.empty();
    }
    Optional<Exposed> exposed = Exposed.by(command, state, estimate);
    if (exposed.isEmpty()) {
      return Optional.of(
          "beam current, field of view, defocus, holder and deflectors are not all read back, so"
              + " that the dose is unknown; read the state again");
    }
    if (across(exposed.get()) > MOST_ACROSS) {
      return Optional.of(
          "a field of %s m is more than %d cells of %s across; choose a smaller one"
              .formatted(exposed.get().side(), MOST_ACROSS, limit.cell()));
    }
    double worst = fullest(exposed.get()) + density(exposed.get());
    return worst <= limit.max().electronsPerSquareMetre()
        ? Optional.empty()
        : Optional.of(
            "a cell of %s would have got %s, allowed is %s; go to another place or lower current and time"
                .formatted(limit.cell(), new Dose(worst), limit.max()));
  }

  /** What every cell has got that got anything, in no order; for people to look at. */
  public List<Got> got() {
    double side = limit.cell().metres();
    return cells.entrySet().stream()
        .map(
            one ->
                new Got(
                    new Length((one.getKey().column() + 0.5) * side),
                    new Length((one.getKey().row() + 0.5) * side),
                    new Dose(one.getValue())))
        .toList();
  }

  /** Debits a command that is about to be done; what to give back if it was not. */
  public Optional<Exposed> debit(Command command, InstrumentState state, Cost estimate) {
    Optional<Exposed> exposed =
        exposes(command, estimate) ? Exposed.by(command, state, estimate) : Optional.empty();
    exposed.ifPresent(this::write);
    return exposed;
  }

  /** The driver has proved that nothing happened. */
  public void giveBack(Exposed exposed) {
    write(exposed.undone());
  }

  private void write(Exposed exposed) {
    record.add(exposed);
    account(exposed);
  }

  private static boolean exposes(Command command, Cost estimate) {
    return command instanceof StemCommand && estimate.exposure().seconds() > 0;
  }

  private void account(Exposed exposed) {
    double density = density(exposed);
    over(exposed, cell -> cells.merge(cell, density, Double::sum));
  }

  private double fullest(Exposed exposed) {
    double[] worst = {0};
    over(exposed, cell -> worst[0] = Math.max(worst[0], cells.getOrDefault(cell, 0.0)));
    return worst[0];
  }

  private double density(Exposed exposed) {
    double side = Math.max(exposed.side(), limit.cell().metres());
    return exposed.electrons() / (side * side);
  }

  private void over(Exposed exposed, Consumer<Cell> each) {
    for (long i = first(exposed.x(), exposed); i <= last(exposed.x(), exposed); i++) {
      for (long j = first(exposed.y(), exposed); j <= last(exposed.y(), exposed); j++) {
        each.accept(new Cell(i, j));
      }
    }
  }

  private long across(Exposed exposed) {
    return last(exposed.x(), exposed) - first(exposed.x(), exposed);
  }

  private long first(double centre, Exposed exposed) {
    return (long) Math.floor((centre - exposed.side() / 2) / limit.cell().metres());
  }

  private long last(double centre, Exposed exposed) {
    return (long) Math.floor((centre + exposed.side() / 2) / limit.cell().metres());
  }
}
