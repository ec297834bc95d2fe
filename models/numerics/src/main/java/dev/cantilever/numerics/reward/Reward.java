package dev.cantilever.numerics.reward;

import dev.cantilever.vocabulary.reading.Spectrum;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.ArrayList;
import java.util.List;

/** What is wanted, as a weighted sum of terms; larger is better. */
public record Reward(@Doc("What is added up.") @Items(min = 1, max = 8) List<RewardTerm> terms) {

  public Reward {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a reward needs at least one term");
    }
  }

  /** What a term contributed. */
  public record Contribution(
      Scalariser scalariser, double value, String unit, double weight, double weighted) {}

  /** The scalar of one spectrum; NaN where it holds one. */
  public double value(Spectrum spectrum) {
    double sum = 0;
    for (RewardTerm term : terms) {
      sum += term.weight() * term.scalariser().of(spectrum);
    }
    return sum + 0.0; // never −0, which JSON does not tell from 0
  }

  /** The same, term by term. */
  public List<Contribution> explain(Spectrum spectrum) {
    List<Contribution> parts = new ArrayList<>();
    for (RewardTerm term : terms) {
      double value = term.scalariser().of(spectrum);
      parts.add(
          new Contribution(
              term.scalariser(),
              value,
              term.scalariser().unit(spectrum),
              term.weight(),
              term.weight() * value));
    }
    return parts;
  }

  /** Symbol of its unit; empty where several terms are added up. */
  public String unit(Spectrum spectrum) {
    return terms.size() == 1 ? terms.getFirst().scalariser().unit(spectrum) : "";
  }

  /** In words, with the exact definition of every scalariser. */
  public String inWords() {
    List<String> words = new ArrayList<>();
    for (RewardTerm term : terms) {
      words.add("%s × (%s)".formatted(term.weight(), term.scalariser().definition()));
    }
    return String.join(" + ", words);
  }
}
