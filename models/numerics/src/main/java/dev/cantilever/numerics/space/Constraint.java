package dev.cantilever.numerics.space;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.stream.Collectors;

/** What has to hold between settings beyond the limits of each. */
public sealed interface Constraint {

  /** In short, for a person. */
  String inWords();

  /** A constraint that is data: it can be written down, hashed and shown. */
  sealed interface Stated extends Constraint {}

  /** {@code Σ coefficient · value} against a bound; met to about ten digits. */
  record Linear(
      @Doc("What is added up; numbers only.") @Items(min = 1, max = 50) List<Term> terms,
      @Doc("How the sum compares with the bound.") Relation relation,
      @Doc("What the sum is compared with.") @Bounds(min = -Axis.LARGEST, max = Axis.LARGEST)
          double bound)
      implements Stated {

    public Linear {
      terms = List.copyOf(terms);
      Problems problems = new Problems();
      problems.demand(!terms.isEmpty(), "a linear constraint needs at least one term");
      problems.demand(
          Math.abs(bound) <= Axis.LARGEST,
          "a linear constraint needs a bound of at most 1e60 in size, not " + bound);
      problems.demandDistinct(terms.stream().map(Term::name).toList(), "term");
      problems.refuse();
    }

    @Override
    public String inWords() {
      return sum() + " " + relation.symbol() + " " + Words.exact(bound);
    }

    String sum() {
      return terms.stream().map(Term::inWords).collect(Collectors.joining(" + "));
    }
  }

  /** A multiple of an axis or component. */
  record Term(
      @Doc("Name of a number axis, or of a component of a mixture.")
          @Text(maxLength = Axis.LONGEST_NAME)
          String name,
      @Doc("Factor, not 0.") @Bounds(min = -Axis.LARGEST, max = Axis.LARGEST) double coefficient) {

    public Term {
      double size = Math.abs(coefficient);
      if (!(size >= Axis.SMALLEST && size <= Axis.LARGEST)) {
        throw new IllegalArgumentException(
            "term %s: a coefficient is 1e-60 to 1e60 in size, not %s; drop what does not count"
                .formatted(name, coefficient));
      }
    }

    private String inWords() {
      return coefficient == 1 ? name : Words.exact(coefficient) + " " + name;
    }
  }

  /** How two numbers compare. */
  enum Relation {
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }
  }

  /** Keeps out of a region, its border included. */
  record Avoid(
      @Doc("Where not to measure.") Region region,
      @Doc("Why the region is avoided.") @Text(maxLength = 200) String reason)
      implements Stated {

    @Override
    public String inWords() {
      return "avoid %s (%s)".formatted(region.inWords(), reason);
    }
  }

  /** Anything that a function can tell. */
  record Callable(String name, Requirement requirement) implements Constraint {

    @Override
    public String inWords() {
      return name;
    }
  }

  /** A function that tells whether a condition will do. */
  @FunctionalInterface
  interface Requirement {

    /**
     * By how much the condition misses it: 0 or less where it is met. NaN counts as missed. A
     * number that falls towards the feasible side lets the search find narrow feasible sets; 1 for
     * every miss will do elsewhere.
     */
    double excess(Condition condition);
  }
}
