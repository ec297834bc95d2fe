package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Condition.Comparison;
import dev.cantilever.numerics.formula.Condition.Connective;
import dev.cantilever.numerics.formula.Condition.Inverse;
import dev.cantilever.numerics.formula.Condition.Junction;
import dev.cantilever.numerics.formula.Condition.Relation;
import dev.cantilever.numerics.formula.Expression.Binary;
import dev.cantilever.numerics.formula.Expression.Conditional;
import dev.cantilever.numerics.formula.Expression.Constant;
import dev.cantilever.numerics.formula.Expression.Literal;
import dev.cantilever.numerics.formula.Expression.Negation;
import dev.cantilever.numerics.formula.Expression.Variable;
import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Recursive descent over the words of a formula, one method for each rule of the grammar in the
 * package description. Truth values and numbers share the rules, because only what follows a
 * parenthesis tells which one it holds; {@link #number} and {@link #condition} tell them apart.
 */
final class Parser {

  /** How many nodes a formula may have. */
  static final int MOST_NODES = 200;

  /** How deeply its nodes may be nested; see {@link Structure#nesting}. */
  static final int DEEPEST_NESTING = 40;

  /**
   * How deeply the rules may recur, which bounds the stack. Canonical text needs at most two levels
   * for each nesting, its parentheses and its own.
   */
  private static final int DEEPEST_RECURSION = 2 * DEEPEST_NESTING + 10;

  private static final List<Operator> TERMS = List.of(Operator.ADD, Operator.SUBTRACT);
  private static final List<Operator> FACTORS = List.of(Operator.MULTIPLY, Operator.DIVIDE);

  private final Words words;
  private int nodes;
  private int depth;

  private Parser(List<Token> tokens) {
    this.words = new Words(tokens);
  }

  /**
   * The expression that all words together make. Names are taken as they are.
   *
   * @throws FormulaRefused at the first word that fits no rule
   */
  static Expression parse(List<Token> tokens) {
    Parser parser = new Parser(tokens);
    Expression expression = parser.number(parser::conditional);
    parser.words.expectEnd();
    if (Structure.nesting(expression) > DEEPEST_NESTING) {
      throw tooDeep(tokens.getFirst());
    }
    return expression;
  }

  private Node conditional() {
    Token start = words.peek();
    Node head = disjunction();
    if (!words.accept("?")) {
      return head;
    }
    Condition condition = asCondition(head, start);
    return deeper(
        () -> {
          Expression whenTrue = number(this::conditional);
          words.expect(":");
          return counted(new Conditional(condition, whenTrue, number(this::conditional)));
        });
  }

  private Node disjunction() {
    return junction(Connective.OR, () -> junction(Connective.AND, this::inverse));
  }

  private Node junction(Connective connective, Supplier<Node> side) {
    Token start = words.peek();
    Node left = side.get();
    while (words.accept(connective.symbol())) {
      left = counted(new Junction(asCondition(left, start), connective, condition(side)));
    }
    return left;
  }

  private Node inverse() {
    return words.accept("not")
        ? deeper(() -> counted(new Inverse(condition(this::inverse))))
        : comparison();
  }

  private Node comparison() {
    Token start = words.peek();
    Node left = sum();
    Optional<Relation> relation = relation();
    if (relation.isEmpty()) {
      return left;
    }
    Expression right = number(this::sum);
    Token after = words.peek();
    if (relation().isPresent()) {
      throw new FormulaRefused(
          FormulaProblem.at(
              after.position(),
              Kind.CONDITION,
              "comparisons cannot be chained; write a < b and b < c"));
    }
    return counted(new Comparison(asNumber(left, start), relation.get(), right));
  }

  private Optional<Relation> relation() {
    for (Relation relation : Relation.values()) {
      if (words.accept(relation.symbol())) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  private Node sum() {
    return chain(TERMS, this::product);
  }

  private Node product() {
    return chain(FACTORS, this::signed);
  }

  /** Operators of one rank, from left to right. */
  private Node chain(List<Operator> operators, Supplier<Node> side) {
    Token start = words.peek();
    Node left = side.get();
    Optional<Operator> operator = oneOf(operators);
    while (operator.isPresent()) {
      left = counted(new Binary(operator.get(), asNumber(left, start), number(side)));
      operator = oneOf(operators);
    }
    return left;
  }

  private Optional<Operator> oneOf(List<Operator> operators) {
    for (Operator operator : operators) {
      if (words.accept(operator.symbol())) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private Node signed() {
    return sign(this::signed).orElseGet(this::power);
  }

  private Node exponent() {
    return sign(this::exponent).orElseGet(this::power);
  }

  private Optional<Node> sign(Supplier<Node> operand) {
    if (words.accept("-")) {
      return Optional.of(deeper(() -> counted(new Negation(number(operand)))));
    }
    return words.accept("+") ? Optional.of(deeper(() -> number(operand))) : Optional.empty();
  }

  private Node power() {
    Token start = words.peek();
    Node base = atom();
    return words.accept("^")
        ? deeper(
            () ->
                counted(new Binary(Operator.POWER, asNumber(base, start), number(this::exponent))))
        : base;
  }

  private Node atom() {
    Token token = words.take();
    return switch (token.kind()) {
      case NUMBER -> counted(literal(token));
      case NAME -> words.peek().is("(") ? call(token) : named(token);
      case SYMBOL -> {
        if (!token.is("(")) {
          throw Words.unexpected(token, "a number, a name, a function or (");
        }
        Node inside = deeper(this::conditional);
        words.expect(")");
        yield inside;
      }
      case END -> throw Words.unexpected(token, "a number, a name, a function or (");
    };
  }

  private static Literal literal(Token token) {
    double value = Double.parseDouble(token.text());
    boolean lost = value == 0 && token.text().split("[eE]", 2)[0].chars().anyMatch(c -> c > '0');
    if (Double.isInfinite(value) || lost) {
      throw new FormulaRefused(
          FormulaProblem.at(
              token.position(),
              Kind.NUMBER,
              token.quoted() + " is too large or too small; numbers lie within 1e-300 and 1e300"));
    }
    return new Literal(value);
  }

  private Node named(Token token) {
    if (token.is("and") || token.is("or") || token.is("not")) {
      throw Words.unexpected(token, "a number, a name, a function or (");
    }
    return counted(
        Stream.of(Constant.values())
            .filter(constant -> token.is(constant.symbol()))
            .<Expression>map(constant -> constant)
            .findFirst()
            .orElseGet(() -> new Variable(token.text())));
  }

  private Node call(Token function) {
    words.expect("(");
    List<Token> starts = new ArrayList<>();
    List<Node> arguments = new ArrayList<>();
    do {
      starts.add(words.peek());
      arguments.add(deeper(this::conditional));
    } while (words.accept(","));
    words.expect(")");
    return counted(new Arguments(function, starts, arguments).apply());
  }

  private <T extends Node> T deeper(Supplier<T> rule) {
    if (++depth > DEEPEST_RECURSION) {
      throw tooDeep(words.peek());
    }
    T node = rule.get();
    depth--;
    return node;
  }

  private <T extends Node> T counted(T node) {
    if (++nodes > MOST_NODES) {
      throw new FormulaRefused(
          FormulaProblem.of(
              Kind.SIZE, "the formula has more than %d parts; shorten it".formatted(MOST_NODES)));
    }
    return node;
  }

  private Expression number(Supplier<Node> rule) {
    Token start = words.peek();
    return asNumber(rule.get(), start);
  }

  private Condition condition(Supplier<Node> rule) {
    Token start = words.peek();
    return asCondition(rule.get(), start);
  }

  static Expression asNumber(Node node, Token start) {
    if (node instanceof Expression expression) {
      return expression;
    }
    throw new FormulaRefused(
        FormulaProblem.at(
                start.position(),
                Kind.CONDITION,
                "a condition is true or false and no number; write (x < t ? 1 : 0)")
            .expecting("a number", start.quoted()));
  }

  static Condition asCondition(Node node, Token start) {
    if (node instanceof Condition condition) {
      return condition;
    }
    throw new FormulaRefused(
        FormulaProblem.at(
                start.position(), Kind.CONDITION, "a condition must compare, such as x < t")
            .expecting("a comparison", start.quoted()));
  }

  private static FormulaRefused tooDeep(Token token) {
    return new FormulaRefused(
        FormulaProblem.at(
            token.position(),
            Kind.SIZE,
            "nested more than %d deep; write it flatter".formatted(DEEPEST_NESTING)));
  }
}
