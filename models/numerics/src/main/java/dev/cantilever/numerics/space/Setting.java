package dev.cantilever.numerics.space;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;

/** What one axis, or one component of a mixture, is set to. */
public sealed interface Setting {

  String name();

  /** A number: of a continuous or whole axis, or the fraction of a component. */
  record Value(
      @Doc("Name of the axis, or of the component of a mixture.")
          @Text(maxLength = Axis.LONGEST_NAME)
          String name,
      @Doc("Its value; a whole number for a whole axis, a fraction for a component.")
          @Bounds(min = -Axis.LARGEST, max = Axis.LARGEST)
          double value)
      implements Setting {

    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(name + " must be a finite number, not " + value);
      }
      value = value + 0.0; // never −0, which is another number to a record
    }
  }

  /** A level of a category. */
  record Level(
      @Doc("Name of the axis.") @Text(maxLength = Axis.LONGEST_NAME) String name,
      @Doc("One of its levels.") @Text(maxLength = Axis.LONGEST_NAME) String level)
      implements Setting {}
}
