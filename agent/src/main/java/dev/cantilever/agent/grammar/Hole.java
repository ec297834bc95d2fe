package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Token.Kind;
import dev.cantilever.agent.knowledge.SlotKind;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads values of slots out of a sentence.
 *
 * @param words the words that the sentence may hold
 * @param instruments names of the instruments that there are
 */
record Hole(Words words, List<Token> tokens, Supplier<List<String>> instruments) {

  private static final int BARE = 50;
  private static final int WRONG_UNIT = 40;
  private static final int UNKNOWN_UNIT = 60;

  /**
   * A value.
   *
   * @param end where the sentence goes on
   * @param text as an argument of a tool
   * @param strain how much had to be overlooked; 0 for what reads well
   * @param objection what is wrong with it; empty where nothing is
   */
  record Value(int end, String text, int strain, Optional<String> objection) {

    static Value good(int end, String text) {
      return new Value(end, text, 0, Optional.empty());
    }
  }

  /** The value of a kind that begins at {@code at}, if one does. */
  Optional<Value> read(SlotKind kind, int at, Optional<String> unit) {
    return switch (kind) {
      case COUNT -> count(at);
      case RATIO -> ratio(at);
      case POINT -> point(at);
      case FREQUENCIES -> frequencies(at);
      case INSTRUMENT -> instrument(at);
      case WORD -> Optional.empty();
      case VOLTAGE, LENGTH, TIME, FREQUENCY, ANGLE, FORCE, SPEED ->
          unit.isPresent() ? bare(at, unit.get()) : quantity(at, kind.quantity().orElseThrow(), "");
    };
  }

  private Optional<Token> token(int at, Kind kind) {
    return at < tokens.size() && tokens.get(at).is(kind)
        ? Optional.of(tokens.get(at))
        : Optional.empty();
  }

  private boolean isWord(int at, String... wanted) {
    return at < tokens.size() && List.of(wanted).contains(tokens.get(at).lower());
  }

  private Optional<Value> count(int at) {
    Optional<String> digits =
        token(at, Kind.NUMBER)
            .map(Token::text)
            .filter(text -> text.matches("\\d{1,9}"))
            .filter(text -> token(at + 1, Kind.WORD).filter(Token::glued).isEmpty())
            .or(() -> token(at, Kind.WORD).flatMap(word -> words.numeral(word.lower())));
    return digits.map(text -> Value.good(at + 1, text));
  }

  private Optional<Value> ratio(int at) {
    return token(at, Kind.NUMBER)
        .map(
            number ->
                isWord(at + 1, "%", "percent")
                    ? Value.good(at + 2, number.text() + " %")
                    : Value.good(at + 1, number.text()));
  }

  private Optional<Value> bare(int at, String unit) {
    return token(at, Kind.NUMBER).map(number -> Value.good(at + 1, number.text() + " " + unit));
  }

  /** A number with its unit, or with the unit {@code lent} by a number after it. */
  private Optional<Value> quantity(int at, QuantityKind kind, String lent) {
    Optional<Token> number = token(at, Kind.NUMBER);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Optional<Token> unit = token(at + 1, Kind.WORD);
    String symbol = unit.map(Token::text).map(words::unit).orElse("");
    String text = number.get().text() + (unit.filter(Token::glued).isPresent() ? "" : " ") + symbol;
    if (unit.isPresent() && QuantityLiteral.parse(text, kind) instanceof QuantityLiteral.Read) {
      return Optional.of(Value.good(at + 2, text));
    }
    String borrowed = lent.isEmpty() ? lender(at) : lent;
    if (!borrowed.isEmpty()) {
      return Optional.of(Value.good(at + 1, number.get().text() + " " + borrowed));
    }
    boolean known = unit.filter(word -> words.knows(word.lower())).isPresent();
    if (unit.isPresent() && (!known || words.isUnit(symbol))) {
      String problem =
          QuantityLiteral.parse(text, kind) instanceof QuantityLiteral.Unreadable no
              ? no.problem()
              : "";
      int strain = words.isUnit(symbol) ? WRONG_UNIT : UNKNOWN_UNIT;
      return Optional.of(new Value(at + 2, text, strain, Optional.of(problem)));
    }
    String needs =
        "\"%s\" needs a unit, such as \"%s %s\""
            .formatted(number.get().text(), number.get().text(), kind.canonicalUnit());
    return Optional.of(new Value(at + 1, number.get().text(), BARE, Optional.of(needs)));
  }

  /** The unit of the second number in "5 x 10 nm" or "(1, 2) µm"; empty where there is none. */
  private String lender(int at) {
    boolean joined = isWord(at + 1, "x", "by", ",", "and", "to");
    int next = isWord(at + 1, ",") && isWord(at + 2, "and", "y") ? at + 3 : at + 2;
    if (!joined || token(next, Kind.NUMBER).isEmpty()) {
      return "";
    }
    return token(next + 1, Kind.WORD)
        .map(Token::text)
        .map(words::unit)
        .filter(words::isUnit)
        .orElseGet(() -> lender(next));
  }

  /** Such as (1 µm, 2 µm), "x = 1 µm, y = 2 µm" or "1 and 2 µm"; only 0, 0 needs no unit. */
  private Optional<Value> point(int at) {
    boolean bracket = isWord(at, "(");
    int closed = bracket ? closing(at) : -1;
    if (closed > 0
        && token(closed + 1, Kind.WORD)
            .filter(u -> words.isUnit(words.unit(u.text())))
            .isPresent()) {
      return pair(at, closed);
    }
    int first = skip(skip(bracket ? at + 1 : at, "x"), "=");
    Optional<Value> x = coordinate(first);
    if (x.isEmpty()) {
      return Optional.empty();
    }
    int second = skip(skip(skip(skip(x.get().end(), ",", ";"), "and"), "y"), "=");
    Optional<Value> y = second == x.get().end() ? Optional.empty() : coordinate(second);
    if (y.isEmpty() || (bracket && !isWord(y.get().end(), ")"))) {
      return Optional.empty();
    }
    String text = x.get().text() + "; " + y.get().text();
    Optional<String> objection = x.get().objection().or(y.get()::objection);
    int end = bracket ? y.get().end() + 1 : y.get().end();
    return Optional.of(new Value(end, text, x.get().strain() + y.get().strain(), objection));
  }

  /** Such as (1, 2) µm. */
  private Optional<Value> pair(int at, int closed) {
    boolean numbers =
        closed == at + 4
            && token(at + 1, Kind.NUMBER).isPresent()
            && isWord(at + 2, ",", ";")
            && token(at + 3, Kind.NUMBER).isPresent();
    String unit = words.unit(tokens.get(closed + 1).text());
    String text =
        "%s %s; %s %s".formatted(tokens.get(at + 1).text(), unit, tokens.get(at + 3).text(), unit);
    return numbers ? Optional.of(Value.good(closed + 2, text)) : Optional.empty();
  }

  private int closing(int at) {
    for (int i = at; i < tokens.size() && i < at + 10; i++) {
      if (isWord(i, ")")) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Value> coordinate(int at) {
    boolean zero = token(at, Kind.NUMBER).filter(n -> n.text().matches("[+-]?0")).isPresent();
    Optional<Value> read = quantity(at, QuantityKind.LENGTH, "");
    return zero && read.get().strain() > 0 ? Optional.of(Value.good(at + 1, "0 m")) : read;
  }

  private int skip(int at, String... words) {
    return isWord(at, words) ? at + 1 : at;
  }

  private Optional<Value> frequencies(int at) {
    List<String> values = new ArrayList<>();
    int next = at;
    Optional<Value> one = quantity(at, QuantityKind.FREQUENCY, "");
    while (one.isPresent() && one.get().strain() == 0) {
      values.add(one.get().text());
      next = one.get().end();
      int after = skip(skip(next, ","), "and", "or");
      one = after == next ? Optional.empty() : quantity(after, QuantityKind.FREQUENCY, "");
    }
    return values.size() < 2
        ? Optional.empty()
        : Optional.of(Value.good(next, String.join("; ", values)));
  }

  private Optional<Value> instrument(int at) {
    return token(at, Kind.WORD)
        .map(Token::lower)
        .filter(name -> instruments.get().contains(name))
        .map(name -> Value.good(at + 1, name));
  }
}
