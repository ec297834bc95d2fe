package dev.cantilever.tools.rule;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Effect;
import java.util.List;
import java.util.Optional;

/**
 * The ordered list of rules: the first that fits decides. Where none fits, what exposes or moves is
 * denied, what adjusts asks a person, and what looks or computes is free.
 *
 * @param name which list, with its version
 */
public record Rulebook(String name, List<Rule> rules) {

  /** Stands for a rule where none fits. */
  public static final String NO_RULE = "no-rule";

  private static final RecordType<Rulebook> TYPE = RecordType.of(Rulebook.class);

  public Rulebook {
    rules = List.copyOf(rules);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a list of rules needs a name with a version");
    }
    if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
      throw new IllegalArgumentException("two rules of one name; rename one");
    }
  }

  /** What is decided of a call, and by which rule. */
  public record Ruling(String rule, Asking asks) {

    /** The stricter of both; this one where they are alike. */
    public Ruling orMore(Ruling other) {
      return asks.compareTo(other.asks) >= 0 ? this : other;
    }

    /** For people. */
    public String inWords() {
      return "rule %s %s".formatted(rule, asks.words());
    }
  }

  /** The decision of the first rule that fits. Total: never throws. */
  public Ruling decide(Deed deed) {
    Optional<Rule> first = rules.stream().filter(rule -> rule.when().fits(deed)).findFirst();
    return first
        .map(rule -> new Ruling(rule.id(), rule.asks()))
        .orElseGet(() -> new Ruling(NO_RULE, unlisted(deed.effect())));
  }

  private static Asking unlisted(Effect effect) {
    return switch (effect) {
      case COMPUTE, READ -> Asking.NOTHING;
      case ADJUST -> Asking.ONE_PERSON;
      case MOVE, EXPOSE -> Asking.DENY;
    };
  }

  /** SHA-256 of its canonical form; two lists that decide otherwise never have the same. */
  public String hash() {
    return Hash.of(TYPE.canonical(this).canonical()).text();
  }
}
