package dev.cantilever.agent.trace;

import dev.cantilever.vocabulary.quantity.Unit;
import dev.cantilever.vocabulary.quantity.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbers in a text: in digits of any script, with thousands separators, decimal commas
 * and exponents, and as English words. Digits inside a name, such as PbTiO3, and the numbers of a
 * list are none.
 */
final class TextNumbers {

  private static final String SIGN = "[+\\-\\u2212]";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<digits>(?:(?<![\\p{L}\\p{Nd}_])"
              + SIGN
              + ")?\\p{Nd}+(?:[.,\\u2009\\u202f]\\p{Nd}+)*)"
              + "(?<exponent>[eE]"
              + SIGN
              + "?\\p{Nd}{1,4}|\\h?[×x*·]\\h?10(?:\\^"
              + SIGN
              + "?\\p{Nd}{1,4}|[⁺⁻]?[⁰¹²³⁴-⁹]{1,4}))?"
              + "|(?<odd>[\\p{No}\\p{Nl}&&[^²³¹⁰⁴-⁹]]+)"
              + "|(?<word>(?<![\\p{L}])(?i:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
              + "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
              + "|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen)(?![\\p{L}]))");

  private static final Map<String, Integer> WORDS = words();
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,40},\\d{1,40}");
  private static final Pattern UNIT =
      Pattern.compile("\\G\\h?([\\p{L}µμΩ°%][\\p{L}µμΩ°%/*·^⁻²³\\d-]{0,20})");
  private static final Pattern LIST = Pattern.compile("(?m)^\\h*\\d{1,2}[.)](?=\\h)");

  private TextNumbers() {}

  static List<ShownNumber> in(String text) {
    List<ShownNumber> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      if (matcher.group("digits") != null) {
        if (!isInName(text, matcher.start()) && !isOfList(text, matcher)) {
          found.add(digits(text, matcher));
        }
      } else {
        found.add(word(text, matcher));
      }
    }
    return found;
  }

  private static boolean isInName(String text, int start) {
    boolean isGlued =
        start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '_');
    boolean isDimension =
        text.startsWith("D", start + 1) && "1234".indexOf(text.charAt(start)) >= 0;
    return isGlued || isDimension;
  }

  private static boolean isOfList(String text, Matcher number) {
    Matcher list = LIST.matcher(text);
    return list.find(text.lastIndexOf('\n', number.start()) + 1)
        && list.start() <= number.start()
        && number.end() <= list.end();
  }

  private static ShownNumber digits(String text, Matcher matcher) {
    int exponent = exponent(matcher.group("exponent"));
    Optional<BigDecimal> value = mantissa(ascii(matcher.group("digits")));
    BigDecimal step =
        value.map(m -> BigDecimal.ONE.movePointLeft(m.scale() - exponent)).orElse(BigDecimal.ZERO);
    return shown(text, matcher.end(), value.map(m -> m.movePointRight(exponent)), step);
  }

  private static ShownNumber word(String text, Matcher matcher) {
    Optional<BigDecimal> value =
        Optional.ofNullable(matcher.group("word"))
            .map(word -> BigDecimal.valueOf(WORDS.get(word.toLowerCase(Locale.ROOT))));
    return shown(text, matcher.end(), value, BigDecimal.ONE);
  }

  private static ShownNumber shown(
      String text, int end, Optional<BigDecimal> value, BigDecimal step) {
    Matcher behind = UNIT.matcher(text);
    if (!behind.find(end)) {
      return new ShownNumber(end, value, step, Optional.empty());
    }
    Optional<Unit> unit = unit(behind.group(1).replaceFirst("[-/*·^]+$", ""));
    boolean isGlued = behind.start(1) == end;
    return new ShownNumber(unit.isPresent() || isGlued ? behind.end() : end, value, step, unit);
  }

  private static Optional<BigDecimal> mantissa(String digits) {
    if (GROUPED.matcher(digits).matches()) {
      return Optional.of(new BigDecimal(digits.replace(",", "")));
    }
    if (PLAIN.matcher(digits).matches()) {
      return Optional.of(new BigDecimal(digits));
    }
    return COMMA.matcher(digits).matches()
        ? Optional.of(new BigDecimal(digits.replace(',', '.')))
        : Optional.empty();
  }

  private static int exponent(String written) {
    if (written == null) {
      return 0;
    }
    String digits = ascii(written).replaceFirst("^.*?10\\^?|^[eE]", "");
    return Integer.parseInt(digits.isEmpty() ? "0" : digits);
  }

  /** Digits, signs and separators of all scripts as ASCII has them. */
  private static String ascii(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
              if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
              } else if (superscript >= 0) {
                plain.append(superscript);
              } else {
                switch (c) {
                  case '\u2212', '⁻' -> plain.append('-');
                  case '⁺' -> plain.append('+');
                  case '\u2009', '\u202f' -> plain.append(',');
                  default -> plain.appendCodePoint(c);
                }
              }
            });
    return plain.toString();
  }

  private static Optional<Unit> unit(String written) {
    return Units.parse(ascii(written.replaceAll("(?<![⁻²³])(?=[⁻²³])", "^")));
  }

  private static Map<String, Integer> words() {
    List<String> small =
        List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    List<String> tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    Map<String, Integer> words = new HashMap<>();
    for (int i = 0; i < small.size(); i++) {
      words.put(small.get(i), i);
    }
    for (int i = 0; i < tens.size(); i++) {
      words.put(tens.get(i), 20 + 10 * i);
    }
    words.putAll(Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000, "dozen", 12));
    return Map.copyOf(words);
  }
}
