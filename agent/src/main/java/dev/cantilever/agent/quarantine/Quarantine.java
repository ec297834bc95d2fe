package dev.cantilever.agent.quarantine;

import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for one value in a text. Total: whatever the text says, it answers and does nothing. */
public final class Quarantine {

  /** What is behind this is not read. */
  public static final int LONGEST = 20_000;

  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._+-])[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?\\h{0,3}[\\p{L}µμΩ°%/*·^0-9-]{1,20}");

  private Quarantine() {}

  /** The one quantity of {@code kind} in a text; the same one twice is one. */
  public static Finding number(String text, QuantityKind kind) {
    List<Quantity> found =
        LITERAL
            .matcher(cut(text))
            .results()
            .map(match -> QuantityLiteral.parse(match.group(), kind))
            .filter(QuantityLiteral.Read.class::isInstance)
            .map(read -> ((QuantityLiteral.Read) read).quantity())
            .distinct()
            .limit(2)
            .toList();
    return switch (found.size()) {
      case 0 -> new Finding.Absent();
      case 1 -> new Finding.Amount(found.getFirst());
      default -> new Finding.Several();
    };
  }

  /** The one of {@code words} that stands in a text as a word of its own. */
  public static Finding word(String text, List<String> words) {
    String plain = Normalizer.normalize(cut(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> found = words.stream().filter(word -> stands(word, plain)).limit(2).toList();
    return switch (found.size()) {
      case 0 -> new Finding.Absent();
      case 1 -> new Finding.Word(found.getFirst());
      default -> new Finding.Several();
    };
  }

  private static boolean stands(String word, String text) {
    Matcher matcher =
        Pattern.compile(
                "(?<![\\p{L}\\p{N}])"
                    + Pattern.quote(word.toLowerCase(Locale.ROOT))
                    + "(?![\\p{L}\\p{N}])")
            .matcher(text);
    return matcher.find();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
