package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Expression.Binary;
import dev.cantilever.numerics.formula.Expression.Call;
import dev.cantilever.numerics.formula.Expression.Conditional;
import dev.cantilever.numerics.formula.Expression.Literal;
import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.List;

/**
 * The arguments between the parentheses of a function.
 *
 * @param starts first word of each argument
 */
record Arguments(Token function, List<Token> starts, List<Node> nodes) {

  /** What the function makes of them; a function that is not known makes 0. */
  Expression apply() {
    return switch (function.text()) {
      case "if" -> {
        require(3, "a condition and two numbers");
        yield new Conditional(
            Parser.asCondition(nodes.get(0), starts.get(0)), number(1), number(2));
      }
      case "pow" -> binary(Operator.POWER);
      case "min" -> binary(Operator.MINIMUM);
      case "max" -> binary(Operator.MAXIMUM);
      default ->
          ElementaryFunction.of(function.text())
              .<Expression>map(this::unary)
              .orElse(new Literal(0)); // reported by Names, with all the others
    };
  }

  private Expression unary(ElementaryFunction one) {
    require(1, "one number");
    return new Call(one, number(0));
  }

  private Expression binary(Operator operator) {
    require(2, "two numbers");
    return new Binary(operator, number(0), number(1));
  }

  private Expression number(int index) {
    return Parser.asNumber(nodes.get(index), starts.get(index));
  }

  private void require(int count, String what) {
    if (nodes.size() != count) {
      throw new FormulaRefused(
          FormulaProblem.at(
                  function.position(),
                  Kind.ARGUMENTS,
                  "%s takes %s, not %d".formatted(function.text(), what, nodes.size()))
              .expecting(what, nodes.size() + " arguments"));
    }
  }
}
