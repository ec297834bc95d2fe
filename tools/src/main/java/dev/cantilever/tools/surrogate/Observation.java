package dev.cantilever.tools.surrogate;

import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.Optional;

/** What was seen at one input. */
public record Observation(
    @Doc("Coordinates, each scaled to [0, 1] by the bounds of the search space.") Series x,
    @Doc("The scalar that was observed there.") @Bounds(min = -1e300, max = 1e300) double y,
    @Doc("Standard error of that; a noise is inferred unless every observation has one above 0.")
        @Bounds(min = 0, max = 1e300)
        @Default("0")
        double error,
    @Doc(
            "Name of the task, such as the instrument that observed it; with several tasks every"
                + " observation names its own, and each may have a unit of its own.")
        @Text(maxLength = 60, pattern = ".+")
        Optional<String> task,
    @Doc("Standard error of each coordinate, in scaled inputs; exact without.")
        Optional<Series> xError) {

  public Observation {
    Series place = x;
    xError.ifPresent(errors -> requireErrors(errors, place));
  }

  private static void requireErrors(Series errors, Series x) {
    boolean allowed = errors.size() == x.size() && errors.isFinite();
    for (int k = 0; allowed && k < errors.size(); k++) {
      allowed = errors.get(k) >= 0;
    }
    if (!allowed) {
      throw new IllegalArgumentException(
          "x_error %s needs %d finite numbers of at least 0, one for each coordinate"
              .formatted(errors, x.size()));
    }
  }
}
