package dev.cantilever.numerics.cost;

import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;

/** One part of what it costs to go from one site to another and measure there, as data. */
public sealed interface CostModel {

  /**
   * The cost of measuring at {@code to}, coming from {@code from}; for the first measurement of a
   * campaign that is where the instrument rests.
   */
  Cost of(Site from, Site to);

  /** The same everywhere. */
  record Constant(@Doc("Cost of one measurement.") Cost cost) implements CostModel {

    @Override
    public Cost of(Site from, Site to) {
      return cost;
    }
  }

  /**
   * Time for the way, and a pause after every move: {@code a |x − x'| + t} where the sites differ,
   * else nothing.
   */
  record Travel(
      @Doc("Seconds per metre of the way.") @Bounds(min = 0, max = 1e12) @Default("0")
          double secondsPerMetre,
      @Doc("Pause after a move, s.") @Bounds(min = 0, max = 1e9) @Default("0") double settleSeconds)
      implements CostModel {

    public Travel {
      requireRate("seconds per metre", secondsPerMetre);
      requireRate("settle seconds", settleSeconds);
    }

    @Override
    public Cost of(Site from, Site to) {
      double metres = to.distance(from.positionMetres());
      double settle = metres > 0 ? settleSeconds : 0;
      return new Cost(secondsPerMetre * metres + settle, metres, 0);
    }
  }

  /**
   * A library of cells: {@code t_m + a |x − x'|} inside a cell, and {@code t_m + t_c |c − c'| + a
   * |x − centre(c)|} into another, because a switch arrives at the centre. The travel is the
   * straight line.
   *
   * @param measureSeconds t_m
   * @param secondsPerCell t_c
   * @param secondsPerMetre a
   * @param centresMetres position of the centre of each cell
   */
  record Switching(
      @Doc("Time of one measurement, s.") @Bounds(min = 0, max = 1e9) @Default("1")
          double measureSeconds,
      @Doc("Seconds per cell passed.") @Bounds(min = 0, max = 1e9) @Default("2")
          double secondsPerCell,
      @Doc("Seconds per metre inside a cell.") @Bounds(min = 0, max = 1e12) @Default("1")
          double secondsPerMetre,
      @Doc("Position of the centre of each cell, m.") @Items(min = 1, max = 10_000)
          List<Series> centresMetres)
      implements CostModel {

    public Switching {
      centresMetres = List.copyOf(centresMetres);
      requireRate("measure seconds", measureSeconds);
      requireRate("seconds per cell", secondsPerCell);
      requireRate("seconds per metre", secondsPerMetre);
      if (centresMetres.isEmpty() || !centresMetres.stream().allMatch(Series::isFinite)) {
        throw new IllegalArgumentException(
            "centres %s; at least one is needed, all finite".formatted(centresMetres));
      }
    }

    @Override
    public Cost of(Site from, Site to) {
      Series centre = entry("cell", centresMetres, to.cell());
      double metres = to.distance(from.positionMetres());
      double seconds =
          from.cell() == to.cell()
              ? secondsPerMetre * metres
              : secondsPerCell * Math.abs(to.cell() - from.cell())
                  + secondsPerMetre * to.distance(centre);
      return new Cost(measureSeconds + seconds, metres, 0);
    }
  }

  /** One cost per candidate, as measured or estimated elsewhere. */
  record Table(
      @Doc("Cost of each candidate of the pool.") @Items(min = 1, max = 1_000_000) List<Cost> costs)
      implements CostModel {

    public Table {
      costs = List.copyOf(costs);
    }

    @Override
    public Cost of(Site from, Site to) {
      return entry("candidate", costs, to.candidate());
    }
  }

  /** One cost per fidelity, the cheapest first. */
  record PerFidelity(
      @Doc("Cost of a measurement at each fidelity.") @Items(min = 1, max = 100) List<Cost> costs)
      implements CostModel {

    public PerFidelity {
      costs = List.copyOf(costs);
    }

    @Override
    public Cost of(Site from, Site to) {
      return entry("fidelity", costs, to.fidelity());
    }
  }

  private static <T> T entry(String what, List<T> entries, int number) {
    if (number >= entries.size()) {
      throw new IllegalArgumentException(
          "%s %d has no entry; there are %d, numbered from 0"
              .formatted(what, number, entries.size()));
    }
    return entries.get(number);
  }

  private static void requireRate(String name, double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "%s is %s; it must be finite and at least 0".formatted(name, rate));
    }
  }
}
