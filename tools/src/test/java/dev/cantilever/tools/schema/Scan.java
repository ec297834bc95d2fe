package dev.cantilever.tools.schema;

import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;

/** Arguments with one field of every sort, for the tests of this package. */
record Scan(
    @Doc("Where it begins.") @Bounds(min = -1e-6, max = 1e-6) Length start,
    @Doc("Number of lines.") @Bounds(min = 1, max = 64) @Default("8") int lines,
    @Doc("Feedback gain.") @Bounds(min = 0, max = 2) double gain,
    @Doc("Which way.") Direction direction,
    @Doc("What to tell.") @Text(maxLength = 12) Optional<String> note,
    @Doc("Which sites.") @Items(min = 1, max = 3) @Bounds(min = 0, max = 9) List<Integer> sites,
    @Doc("Whether to go back.") @Default("true") boolean retrace,
    @Doc("What is drawn.") @Default("{\"kind\": \"dot\"}") Shape shape) {

  /** Its least text. */
  static final String SHORTEST =
      """
      {"start": "250 nm", "gain": 0.5, "direction": "slow_axis", "sites": [3]}""";

  Scan {
    if (lines > 32 && gain > 1) {
      throw new IllegalArgumentException("more than 32 lines need a gain of at most 1");
    }
  }

  enum Direction {
    FAST_AXIS,
    SLOW_AXIS
  }

  sealed interface Shape {}

  record Dot() implements Shape {}

  record LongLine(@Doc("How long.") @Bounds(min = 0, max = 1e-3) Length length) implements Shape {}
}
