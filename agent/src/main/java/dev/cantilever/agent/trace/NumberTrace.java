package dev.cantilever.agent.trace;

import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * Every number that tools returned in one conversation, and that the person said. A number in an
 * answer that is none of them, rounded as it is shown and in whatever unit, gets a mark.
 */
public final class NumberTrace {

  private static final String UNTRACED = " [not from a tool]";
  private static final String SAID = " [yours]";
  private static final int MOST = 200_000;

  private final List<KnownNumber> results = new ArrayList<>();
  private final List<KnownNumber> said = new ArrayList<>();

  /** What a tool returned. */
  public void result(JsonText result) {
    add(results, ResultNumbers.in(StrictJson.ours(result.canonical())));
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
    return said.stream().anyMatch(number::shows) ? SAID : UNTRACED;
  }
}
