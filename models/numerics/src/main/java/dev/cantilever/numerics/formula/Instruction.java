package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Condition.Connective;
import dev.cantilever.numerics.formula.Condition.Relation;
import java.util.List;

/**
 * One step of a compiled formula. {@code v} holds the value of every register; {@code w} the
 * derivative of the result with respect to it, which {@link #reverse} passes on from a step's
 * result to its operands (reverse accumulation: Griewank and Walther, Evaluating Derivatives, 2nd
 * ed., 2008, section 3.2, doi:10.1137/1.9780898717761).
 *
 * <p>A step whose derivative is exactly 0 passes on nothing. So a branch that is not taken cannot
 * spoil the result, not even where its own derivative is 0/0.
 */
sealed interface Instruction {

  /** The register of the result. */
  int out();

  /** The registers that the result depends on, given the values: of a choice only what it took. */
  List<Integer> operands(double[] v);

  void forward(double[] v);

  /** Called only where {@code w[out]} is not 0. */
  default void reverse(double[] v, double[] w) {}

  record Negate(int x, int out) implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(x);
    }

    @Override
    public void forward(double[] v) {
      v[out] = -v[x];
    }

    @Override
    public void reverse(double[] v, double[] w) {
      w[x] -= w[out];
    }
  }

  record Apply(ElementaryFunction function, int x, int out) implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(x);
    }

    @Override
    public void forward(double[] v) {
      v[out] = function.value(v[x]);
    }

    @Override
    public void reverse(double[] v, double[] w) {
      w[x] += w[out] * function.slope(v[x], v[out]);
    }
  }

  /** The sides that no wanted derivative goes through are not active: they cost nothing. */
  record Combine(
      Operator operator, int left, int right, boolean leftActive, boolean rightActive, int out)
      implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(left, right);
    }

    @Override
    public void forward(double[] v) {
      v[out] = operator.value(v[left], v[right]);
    }

    @Override
    public void reverse(double[] v, double[] w) {
      double a = v[left];
      double b = v[right];
      if (leftActive) {
        w[left] += w[out] * operator.leftSlope(a, b, v[out]);
      }
      if (rightActive) {
        w[right] += w[out] * operator.rightSlope(a, b, v[out]);
      }
    }
  }

  record Compare(Relation relation, int left, int right, int out) implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(left, right);
    }

    @Override
    public void forward(double[] v) {
      v[out] = relation.holds(v[left], v[right]);
    }
  }

  record Join(Connective connective, int left, int right, int out) implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(left, right);
    }

    @Override
    public void forward(double[] v) {
      v[out] = connective.join(v[left], v[right]);
    }
  }

  record Invert(int x, int out) implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(x);
    }

    @Override
    public void forward(double[] v) {
      v[out] = 1 - v[x];
    }
  }

  record Choose(int condition, int whenTrue, int otherwise, int out) implements Instruction {

    @Override
    public List<Integer> operands(double[] v) {
      return List.of(condition, taken(v));
    }

    @Override
    public void forward(double[] v) {
      v[out] = Double.isNaN(v[condition]) ? Double.NaN : v[taken(v)];
    }

    @Override
    public void reverse(double[] v, double[] w) {
      w[taken(v)] += w[out];
    }

    private int taken(double[] v) {
      return v[condition] != 0 ? whenTrue : otherwise;
    }
  }
}
