package dev.cantilever.tools.search;

import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;

/** What is wanted of one outcome. */
public record Goal(
    @Doc("Name of the outcome, as instrument.describe lists it.") @Text(maxLength = 60)
        String outcome,
    @Doc("Whether more or less of it is better.") @Default("\"maximise\"") Direction direction) {

  /** Which way is better. */
  public enum Direction {
    MAXIMISE,
    MINIMISE
  }

  /** So that larger is better. */
  double signed(double value) {
    return direction == Direction.MAXIMISE ? value : -value;
  }

  /** In words. */
  String words() {
    return (direction == Direction.MAXIMISE ? "largest " : "smallest ") + outcome;
  }
}
