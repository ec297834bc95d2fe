package dev.cantilever.numerics.space;

import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;

/**
 * A linear constraint.
 *
 * @param coefficients one for each column, 0 where it does not count
 * @param tolerance what counts as met: 1e-10 of what the sum can vary and the rounding of its terms
 */
record LinearRule(Linear constraint, double[] coefficients, double tolerance) implements Rule {

  private static final double OF_RANGE = 1e-10;
  private static final double OF_SIZE = 1e-14;

  static LinearRule of(Linear constraint, Layout layout) {
    double[] coefficients = new double[layout.size()];
    double range = 0;
    double size = Math.abs(constraint.bound());
    for (Term term : constraint.terms()) {
      int place = layout.place(term.name());
      Column column = layout.columns().get(place);
      coefficients[place] = term.coefficient();
      range += Math.abs(term.coefficient()) * column.range();
      size +=
          Math.abs(term.coefficient()) * Math.max(Math.abs(column.min()), Math.abs(column.max()));
    }
    return new LinearRule(constraint, coefficients, OF_RANGE * range + OF_SIZE * size);
  }

  Relation relation() {
    return constraint.relation();
  }

  double bound() {
    return constraint.bound();
  }

  private double sum(double[] natural) {
    double sum = 0;
    for (int c = 0; c < coefficients.length; c++) {
      sum += coefficients[c] * natural[c];
    }
    return sum;
  }

  @Override
  public double excess(double[] natural) {
    double over = sum(natural) - bound();
    return switch (relation()) {
      case AT_MOST -> over;
      case AT_LEAST -> -over;
      case EQUAL -> Math.abs(over);
    };
  }

  @Override
  public boolean allows(double[] natural) {
    return excess(natural) <= tolerance;
  }

  @Override
  public Refusal refusal(double[] natural) {
    double excess = excess(natural);
    return new Refusal(
        constraint.inWords(),
        excess,
        "%s is %s, which misses %s %s by %s"
            .formatted(
                constraint.sum(),
                Words.rounded(sum(natural)),
                relation().symbol(),
                Words.exact(bound()),
                Words.rounded(excess)));
  }
}
