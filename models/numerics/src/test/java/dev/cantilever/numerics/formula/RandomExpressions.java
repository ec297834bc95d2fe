package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Condition.Comparison;
import dev.cantilever.numerics.formula.Condition.Connective;
import dev.cantilever.numerics.formula.Condition.Inverse;
import dev.cantilever.numerics.formula.Condition.Junction;
import dev.cantilever.numerics.formula.Condition.Relation;
import dev.cantilever.numerics.formula.Expression.Binary;
import dev.cantilever.numerics.formula.Expression.Call;
import dev.cantilever.numerics.formula.Expression.Conditional;
import dev.cantilever.numerics.formula.Expression.Constant;
import dev.cantilever.numerics.formula.Expression.Literal;
import dev.cantilever.numerics.formula.Expression.Negation;
import dev.cantilever.numerics.formula.Expression.Variable;
import dev.cantilever.numerics.random.RandomStream;
import java.util.List;

/** Draws expressions of every kind over two inputs and three parameters. */
final class RandomExpressions {

  static final List<String> INPUTS = List.of("x", "y");
  static final List<String> PARAMETERS = List.of("a", "b", "t_0");

  private static final List<String> NAMES = List.of("x", "y", "a", "b", "t_0");
  private static final double[] NUMBERS = {0, 1, 2, 3, 0.5, 1.7, 0.1, 1e-3, 12.25, 3e-9};

  private final RandomStream random;

  RandomExpressions(long seed) {
    this.random = RandomStream.of(seed, "random expressions");
  }

  /** An expression of at most this depth. */
  Expression next(int depth) {
    int kind = depth == 0 ? random.nextInt(4) : 2 + random.nextInt(14);
    return switch (kind) {
      case 0 -> new Literal(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 1 -> any(Constant.values());
      case 2, 3 -> new Variable(NAMES.get(random.nextInt(NAMES.size())));
      case 4 -> new Negation(next(depth - 1));
      case 5, 6, 7 -> new Call(any(ElementaryFunction.values()), next(depth - 1));
      case 8 -> new Conditional(condition(depth - 1), next(depth - 1), next(depth - 1));
      default -> new Binary(any(Operator.values()), next(depth - 1), next(depth - 1));
    };
  }

  private Condition condition(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    return switch (kind) {
      case 1 -> new Inverse(condition(depth - 1));
      case 2 -> new Junction(condition(depth - 1), any(Connective.values()), condition(depth - 1));
      default -> new Comparison(next(depth), any(Relation.values()), next(depth));
    };
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
