package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Signs that a bound, a jitter or a clip decides and not the data, found in the fits of a campaign.
 *
 * @param consecutive steps in a row at a bound before that is worth a warning
 * @param clippedShare share of clipped variances above which that is
 */
public record BoundWarnings(
    @Doc("Steps in a row at which a hyper-parameter sits at a bound before that is reported.")
        @Bounds(min = 1, max = 1000)
        @Default("3")
        int consecutive,
    @Doc("Share of clipped predictive variances above which clipping is reported.")
        @Bounds(min = 0, max = 1)
        @Default("0.01")
        double clippedShare) {

  public BoundWarnings {
    Require.between("consecutive steps", consecutive, 1, 1000);
    Require.between("clipped share", clippedShare, 0, 1);
  }

  /**
   * What one fit reported.
   *
   * @param atBound names of the hyper-parameters at a bound
   * @param jitter added to the diagonal of the covariance, 0 as a rule
   * @param clipped how many predictive variances were raised to the least one shown
   * @param predicted of how many
   */
  public record Diagnostics(List<String> atBound, double jitter, int clipped, int predicted) {

    public Diagnostics {
      atBound = List.copyOf(atBound);
      Require.between("jitter", jitter, 0, Double.MAX_VALUE);
      Require.between("number of clipped variances", clipped, 0, predicted);
    }

    double share() {
      return predicted == 0 ? 0 : (double) clipped / predicted;
    }
  }

  /** A run of steps, counted from 1, both ends included. */
  public sealed interface Warning {

    int from();

    int to();

    /** For a person: what was seen, what it means, what to do. */
    String text();

    record AtBound(String hyperparameter, int from, int to) implements Warning {
      @Override
      public String text() {
        return ("steps %d to %d: the %s sits at a bound: there the bound decides and not the data;"
                + " widen it or change the prior")
            .formatted(from, to, hyperparameter);
      }
    }

    record Jitter(double largest, int from, int to) implements Warning {
      @Override
      public String text() {
        return ("steps %d to %d: up to %s was added to the diagonal of the covariance: inputs nearly"
                + " coincide or the noise is too small; merge replicates or raise the least noise")
            .formatted(from, to, largest);
      }
    }

    record Clipped(double largestShare, int from, int to) implements Warning {
      @Override
      public String text() {
        return ("steps %d to %d: up to %s of the predictive variances were clipped: differences"
                + " between them are rounding; raise the least noise or stop")
            .formatted(from, to, largestShare);
      }
    }
  }

  /** Three steps in a row, 1 % of the variances. */
  public static BoundWarnings standard() {
    return new BoundWarnings(3, 0.01);
  }

  /** All warnings of a campaign: bounds by name, then jitter, then clipping, each by step. */
  public List<Warning> in(List<Diagnostics> steps) {
    List<Warning> warnings = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    steps.forEach(step -> names.addAll(step.atBound()));
    for (String name : names) {
      for (Run run : runs(steps.size(), i -> steps.get(i).atBound().contains(name))) {
        if (run.length() >= consecutive) {
          warnings.add(new Warning.AtBound(name, run.from() + 1, run.to()));
        }
      }
    }
    for (Run run : runs(steps.size(), i -> steps.get(i).jitter() > 0)) {
      double largest = run.of(steps).stream().mapToDouble(Diagnostics::jitter).max().orElse(0);
      warnings.add(new Warning.Jitter(largest, run.from() + 1, run.to()));
    }
    for (Run run : runs(steps.size(), i -> steps.get(i).share() > clippedShare)) {
      double largest = run.of(steps).stream().mapToDouble(Diagnostics::share).max().orElse(0);
      warnings.add(new Warning.Clipped(largest, run.from() + 1, run.to()));
    }
    return List.copyOf(warnings);
  }

  /** Indices {@code from} to {@code to}, exclusive. */
  private record Run(int from, int to) {

    int length() {
      return to - from;
    }

    List<Diagnostics> of(List<Diagnostics> steps) {
      return steps.subList(from, to);
    }
  }

  private static List<Run> runs(int size, IntPredicate holds) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= size; i++) {
      if (i == size || !holds.test(i)) {
        if (i > from) {
          runs.add(new Run(from, i));
        }
        from = i + 1;
      }
    }
    return runs;
  }
}
