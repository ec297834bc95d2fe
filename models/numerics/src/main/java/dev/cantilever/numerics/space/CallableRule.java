package dev.cantilever.numerics.space;

/** A constraint that a function decides. */
record CallableRule(Constraint.Callable constraint, Layout layout) implements Rule {

  @Override
  public double excess(double[] natural) {
    return constraint.requirement().excess(layout.condition(natural));
  }

  @Override
  public boolean allows(double[] natural) {
    return excess(natural) <= 0;
  }

  @Override
  public Refusal refusal(double[] natural) {
    double excess = excess(natural);
    return new Refusal(
        constraint.name(),
        excess,
        Double.isNaN(excess)
            ? "%s cannot be told".formatted(constraint.name())
            : "%s is missed by %s".formatted(constraint.name(), Words.rounded(excess)));
  }
}
