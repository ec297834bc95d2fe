package dev.cantilever.numerics.space;

import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Under what a measurement is made: one setting for every axis, for mixtures one for every
 * component. A space says whether it is one of its own.
 */
public record Condition(
    @Doc("One setting for every axis, for mixtures one for every component.")
        @Items(min = 1, max = 200)
        List<Setting> settings) {

  public Condition {
    settings = List.copyOf(settings);
  }

  public static Condition of(Setting... settings) {
    return new Condition(Arrays.asList(settings));
  }

  /**
   * The number that an axis or component is set to.
   *
   * @throws IllegalArgumentException where it has none of that name
   */
  public double number(String name) {
    for (Setting setting : settings) {
      if (setting instanceof Setting.Value value && value.name().equals(name)) {
        return value.value();
      }
    }
    throw new IllegalArgumentException("no number of name '%s' in %s".formatted(name, this));
  }

  /**
   * The level that a category is set to.
   *
   * @throws IllegalArgumentException where it has none of that name
   */
  public String level(String name) {
    for (Setting setting : settings) {
      if (setting instanceof Setting.Level level && level.name().equals(name)) {
        return level.level();
      }
    }
    throw new IllegalArgumentException("no category of name '%s' in %s".formatted(name, this));
  }

  @Override
  public String toString() {
    return settings.stream().map(Condition::inWords).collect(Collectors.joining(", "));
  }

  private static String inWords(Setting setting) {
    return switch (setting) {
      case Setting.Value value -> value.name() + " = " + Words.exact(value.value());
      case Setting.Level level -> level.name() + " = " + level.level();
    };
  }
}
