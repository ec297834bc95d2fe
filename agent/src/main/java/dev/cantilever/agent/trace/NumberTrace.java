package dev.cantilever.agent.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Every number that tools returned in one conversation, that the person said, and that stood in a
 * text. A number in an answer that no tool returned, rounded as it is shown and in whatever unit,
 * gets a mark that says which it is.
 */
public final class NumberTrace {

  private static final String UNTRACED = " [not from a tool]";
  private static final String SAID = " [yours]";
  private static final String QUOTED = " [from a text]";
  private static final int MOST = 200_000;

  private final List<KnownNumber> results = new ArrayList<>();
  private final List<KnownNumber> said = new ArrayList<>();
  private final List<KnownNumber> quoted = new ArrayList<>();

  /** What a tool returned; numbers inside its texts are only quoted. */
  public void result(JsonText result) {
    ResultNumbers numbers = new ResultNumbers(StrictJson.ours(result.canonical()));
    add(results, numbers.numerals());
    add(results, numbers.values());
    add(quoted, numbers.inTexts());
  }

  /** What a tool returned of which also the values are no more than a text's: a note, a file. */
  public void text(JsonText result) {
    JsonNode tree = StrictJson.ours(result.canonical());
    ResultNumbers numbers = new ResultNumbers(tree);
    add(results, numbers.numerals());
    add(quoted, numbers.values());
    add(quoted, numbers.inTexts());
  }

  /** What somebody else's tool returned: none of its numbers is a result. */
  public void foreign(JsonText result) {
    derived(result);
  }

  /** What a tool worked out of a value that only stands in a text: no more than that text. */
  public void derived(JsonText result) {
    ResultNumbers numbers = new ResultNumbers(StrictJson.ours(result.canonical()));
    add(quoted, numbers.numerals());
    add(quoted, numbers.values());
    add(quoted, numbers.inTexts());
  }

  /** Whether some value of these arguments only stands in a text. */
  public boolean isFedByText(JsonNode arguments) {
    if (arguments.isContainerNode()) {
      return StreamSupport.stream(arguments.spliterator(), false).anyMatch(this::isFedByText)
          || isOnlyQuoted(quantity(arguments));
    }
    return isOnlyQuoted(arguments.asText());
  }

  /** A number with the unit beside it. */
  private static String quantity(JsonNode object) {
    return object.path("value").asText() + " " + object.path("unit").asText();
  }

  /**
   * Whether a value as a call has it, such as {@code 8.5 V}, stands in a text, while neither a tool
   * returned it nor the person said it.
   */
  public boolean isOnlyQuoted(String value) {
    List<ShownNumber> numbers = TextNumbers.in(value);
    return numbers.size() == 1 && QUOTED.equals(mark(numbers.getFirst()));
  }

  /** What the person said. */
  public void said(String sentence) {
    for (ShownNumber number : TextNumbers.in(sentence)) {
      number.value().ifPresent(v -> add(said, List.of(new KnownNumber(v, number.unit()))));
    }
  }

  /** The oldest are forgotten first; what is forgotten is marked, never the other way round. */
  private static void add(List<KnownNumber> known, List<KnownNumber> more) {
    known.addAll(more);
    if (known.size() > MOST) {
      known.subList(0, known.size() - MOST).clear();
    }
  }

  /** The text with a mark behind every number that came from no tool. */
  public String marked(String text) {
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (ShownNumber number : TextNumbers.in(text)) {
      marked.append(text, done, number.end()).append(mark(number));
      done = number.end();
    }
    return marked.append(text.substring(done)).toString();
  }

  private String mark(ShownNumber number) {
    if (results.stream().anyMatch(number::shows)) {
      return "";
    }
    if (said.stream().anyMatch(number::shows)) {
      return SAID;
    }
    return quoted.stream().anyMatch(number::shows) ? QUOTED : UNTRACED;
  }
}
