package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.hypothesis.HypothesisProposal;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;
import java.util.Optional;

/**
 * Why these conditions: every number behind a proposal.
 *
 * @param method in words
 * @param fits one for each goal, limit, or explanation that was looked at
 * @param choices one for each trial, in order
 * @param hypotheses the competition's own proposal, where hypotheses compete
 */
public record Reasons(
    String method,
    List<FitNumbers> fits,
    List<ChoiceNumbers> choices,
    Optional<HypothesisProposal> hypotheses) {

  private static final RecordType<Reasons> TYPE = RecordType.of(Reasons.class);

  public Reasons {
    fits = List.copyOf(fits);
    choices = List.copyOf(choices);
  }

  /** Of one surrogate or several that do not compete. */
  static Reasons of(String method, List<FitNumbers> fits, List<ChoiceNumbers> choices) {
    return new Reasons(method, fits, choices, Optional.empty());
  }

  /** Of what no surrogate decided. */
  static Reasons ofDesign(String method) {
    return of(method, List.of(), List.of());
  }

  /**
   * One surrogate.
   *
   * @param of what it predicts
   * @param hyperparameters for scaled inputs and standardised values
   * @param mean of the values so far
   * @param deviation their standard deviation
   * @param notes further numbers, such as parameters of an explanation
   */
  public record FitNumbers(
      String of,
      Hyperparameters hyperparameters,
      double mean,
      double deviation,
      double logMarginalLikelihood,
      List<String> warnings,
      List<Term> notes) {

    public FitNumbers {
      warnings = List.copyOf(warnings);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One trial.
   *
   * @param value of what ranked the candidates
   * @param runnerUpValue the next best candidate's
   * @param terms what the value is made of
   * @param nearest distance to the nearest condition that was tried, in scaled inputs
   * @param expected what is expected of each goal there, in its unit
   * @param deviations standard deviations of that
   */
  public record ChoiceNumbers(
      double value,
      double runnerUpValue,
      List<Term> terms,
      double nearest,
      List<Double> expected,
      List<Double> deviations) {

    public ChoiceNumbers {
      terms = List.copyOf(terms);
      expected = List.copyOf(expected);
      deviations = List.copyOf(deviations);
    }
  }

  JsonText json() {
    return TYPE.canonical(this);
  }

  /**
   * Reads journalled reasons back.
   *
   * @throws IllegalArgumentException where they are none
   */
  public static Reasons read(JsonText json) {
    return TYPE.ours(json);
  }
}
