package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.structured.ParameterSummary;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** What a search taught besides its best trial, from all that was observed. */
public record Conclusion(List<Finding> findings) {

  /** Where a policy concludes nothing. */
  static final Conclusion NONE = new Conclusion(List.of());

  private static final RecordType<Conclusion> TYPE = RecordType.of(Conclusion.class);

  public Conclusion {
    findings = List.copyOf(findings);
  }

  /**
   * About one explanation, or one condition.
   *
   * @param about in words
   * @param numbers what was found
   * @param warnings what a person should know before trusting it
   */
  public record Finding(String about, List<Term> numbers, List<String> warnings) {

    public Finding {
      numbers = List.copyOf(numbers);
      warnings = List.copyOf(warnings);
    }
  }

  JsonText json() {
    return TYPE.canonical(this);
  }

  /**
   * Reads a journalled conclusion back.
   *
   * @throws IllegalArgumentException where it is none
   */
  static Conclusion read(JsonText json) {
    return TYPE.ours(json);
  }

  /** Mean and standard deviation of the first {@code count} parameters. */
  static List<Term> terms(List<ParameterSummary> parameters, int count) {
    List<Term> terms = new ArrayList<>();
    for (ParameterSummary parameter : parameters.subList(0, count)) {
      terms.add(new Term(parameter.name(), parameter.posterior().mean()));
      terms.add(new Term(parameter.name() + " ±", parameter.posterior().deviation()));
    }
    return terms;
  }
}
