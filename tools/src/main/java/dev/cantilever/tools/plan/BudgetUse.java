package dev.cantilever.tools.plan;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a budget is used up.
 *
 * @param of what, for people
 * @param unit of both numbers; 1 for counts
 * @param allowed in all; empty where the envelope is another by now
 */
public record BudgetUse(
    InstrumentId instrument, String of, String unit, double used, Optional<Double> allowed) {

  /** Each part of a budget that allows something or of which something was used. */
  public static List<BudgetUse> of(InstrumentId instrument, Cost used, Optional<Budget> budget) {
    Cost most = budget.map(BudgetUse::whole).orElse(used);
    List<BudgetUse> parts = new ArrayList<>();
    add(parts, instrument, "instrument time", "s", used.time().seconds(), most.time().seconds());
    add(parts, instrument, "travel", "m", used.travel().metres(), most.travel().metres());
    add(parts, instrument, "loops", "1", (double) used.loops(), (double) most.loops());
    add(parts, instrument, "exposure", "s", used.exposure().seconds(), most.exposure().seconds());
    add(
        parts,
        instrument,
        "bias",
        "V·s",
        used.impulse().voltSeconds(),
        most.impulse().voltSeconds());
    add(parts, instrument, "new probes", "1", (double) used.probes(), (double) most.probes());
    return budget.isPresent()
        ? parts
        : parts.stream()
            .map(one -> new BudgetUse(one.instrument, one.of, one.unit, one.used, Optional.empty()))
            .toList();
  }

  private static Cost whole(Budget budget) {
    return new Cost(
        budget.time(),
        budget.travel(),
        budget.loops(),
        budget.exposure(),
        budget.impulse(),
        budget.probes());
  }

  private static void add(
      List<BudgetUse> parts,
      InstrumentId instrument,
      String of,
      String unit,
      double used,
      double allowed) {
    if (used > 0 || allowed > 0) {
      parts.add(new BudgetUse(instrument, of, unit, used, Optional.of(allowed)));
    }
  }
}
