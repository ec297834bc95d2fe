package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.FunctionDraw;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What is believed of all outcomes.
 *
 * @param each none for criteria that need no surrogate
 */
record Beliefs(List<Belief> each) {

  /** What counts as new, in standard deviations of the noise. */
  private static final double FLOOR = 2;

  Beliefs {
    each = List.copyOf(each);
  }

  /** What was measured and what was learnt from it; nothing is believed where that is nothing. */
  static Beliefs of(List<Scaled> outcomes, List<Learned> learned) {
    return new Beliefs(
        IntStream.range(0, learned.size())
            .mapToObj(j -> Belief.of(outcomes.get(j), learned.get(j)))
            .toList());
  }

  /** One function drawn for each outcome, the outcomes independent of each other. */
  List<FunctionDraw> draws(Streams streams, int member) {
    return IntStream.range(0, each.size())
        .mapToObj(j -> each.get(j).posterior().draw(streams.of("draw/" + member + "/" + j)))
        .toList();
  }

  /** How new drawn outcomes are among those measured. */
  Valuation novelty(List<FunctionDraw> draws, int neighbours) {
    double noise = each.stream().mapToDouble(Belief::noiseVariance).sum();
    OutcomeNovelty novelty =
        OutcomeNovelty.against(measured(), neighbours).withFloor(FLOOR * Math.sqrt(noise));
    return places -> {
      double[][] drawn = rows(draws.stream().map(draw -> draw.at(places)).toList());
      double[] values = new double[drawn.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = novelty.sumOfNearest(drawn[i]);
      }
      return values;
    };
  }

  private Points measured() {
    return Points.of(
        rows(each.stream().map(belief -> belief.measured().values().toArray()).toList()));
  }

  private static double[][] rows(List<double[]> columns) {
    double[][] rows = new double[columns.getFirst().length][columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = columns.get(j)[i];
      }
    }
    return rows;
  }

  /** Variances of all outcomes added up. */
  Valuation variance() {
    return places -> {
      double[] sums = new double[places.size()];
      for (Belief belief : each) {
        Moments moments = belief.posterior().at(places);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += Math.max(Moments.SMALLEST_VARIANCE, moments.variance().get(i));
        }
      }
      return sums;
    };
  }

  /** As if one place had been measured and every outcome had turned out as expected. */
  Beliefs believing(Points one) {
    return new Beliefs(each.stream().map(belief -> belief.believing(one)).toList());
  }

  /** Expected outcomes at one place, in their own units. */
  Series means(Points one) {
    return ofEach(belief -> belief.mean(one));
  }

  /** Their standard deviations without noise, in their own units. */
  Series deviations(Points one) {
    return ofEach(belief -> belief.deviation(one));
  }

  private Series ofEach(ToDoubleFunction<Belief> number) {
    return Series.of(each.stream().mapToDouble(number).toArray());
  }

  /** Drawn outcomes at one place, in their own units. */
  Series drawn(List<FunctionDraw> draws, Points one) {
    double[] values = new double[draws.size()];
    for (int j = 0; j < values.length; j++) {
      values[j] = each.get(j).measured().scale().mean(draws.get(j).at(one)[0]);
    }
    return Series.of(values);
  }
}
