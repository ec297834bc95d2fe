package dev.cantilever.drivers.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.field.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

  private static final Field AT_REST = Blobs.shifted(0, 0, 0, 1);

  private static Displacement between(Field one, Field other) {
    return Registration.against(one).of(other, Displacement.NONE).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.37, -1.82", "1, 1", "-2.5, 0.5", "3.4, 5.25", "-7.3, 2.9"})
  void findsShiftsThatAreKnownByConstruction(double columns, double rows) {
    Displacement found = between(AT_REST, Blobs.shifted(columns, rows, 0, 1));
    assertThat(found.columns()).isCloseTo(columns, within(0.01));
    assertThat(found.rows()).isCloseTo(rows, within(0.01));
  }

  /**
   * References: least squares of scipy.ndimage.shift (scipy 1.17.1, order 5) of the one picture
   * against the other without 10 pixels at the edges, minimised by scipy.optimize (Nelder-Mead).
   */
  @ParameterizedTest
  @CsvSource({"0.37, -1.82, 0.45796481, -1.6298604", "-2.6, 1.15, -2.52257672, 1.37101"})
  void agreesWithLeastSquaresOnNoisyPictures(
      double columns, double rows, double referenceColumns, double referenceRows) {
    Displacement found = between(Blobs.shifted(0, 0, 0.4, 7), Blobs.shifted(columns, rows, 0.4, 8));
    assertThat(found.columns()).isCloseTo(referenceColumns, within(4 * found.columnsError()));
    assertThat(found.rows()).isCloseTo(referenceRows, within(4 * found.rowsError()));
    assertThat(found.columnsError()).isBetween(0.02, 0.2);
  }

  @Test
  void theStandardErrorIsTheScatterOfRepeatedMeasurements() {
    double scatter = 0;
    double claimed = 0;
    int pairs = 120;
    for (int i = 0; i < pairs; i++) {
      Displacement found =
          between(Blobs.shifted(0, 0, 0.6, 2L * i + 2), Blobs.shifted(0, 0, 0.6, 2L * i + 3));
      scatter += found.columns() * found.columns() + found.rows() * found.rows();
      claimed +=
          found.columnsError() * found.columnsError() + found.rowsError() * found.rowsError();
    }
    assertThat(Math.sqrt(scatter / claimed)).isBetween(0.8, 1.25);
  }

  @Test
  void anOffsetOfEveryLineChangesNothing() {
    double[] values = Blobs.shifted(1.3, -0.7, 0, 1).values();
    double[] offsets = Blobs.uniform(5, Blobs.SIDE);
    Arrays.setAll(values, i -> values[i] + 100 * offsets[i / Blobs.SIDE]);
    Displacement plain = between(AT_REST, Blobs.shifted(1.3, -0.7, 0, 1));
    Displacement offset = between(AT_REST, Blobs.picture(values));
    assertThat(offset.columns()).isCloseTo(plain.columns(), within(1e-9));
    assertThat(offset.rows()).isCloseTo(plain.rows(), within(1e-9));
  }

  @Test
  void picturesWithNothingInCommonHaveNoDisplacement() {
    for (int seed = 2; seed < 42; seed += 2) {
      Field one = Blobs.picture(Blobs.uniform(seed, Blobs.SIDE * Blobs.SIDE));
      Field other = Blobs.picture(Blobs.uniform(seed + 1, Blobs.SIDE * Blobs.SIDE));
      assertThat(Registration.against(one).of(other, Displacement.NONE)).isEmpty();
    }
    Field flat = Blobs.picture(new double[Blobs.SIDE * Blobs.SIDE]);
    assertThat(Registration.against(AT_REST).of(flat, Displacement.NONE)).isEmpty();
    assertThat(Registration.against(flat).of(flat, Displacement.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1.5", "8, 9.5", "-8, -6.5"})
  void inALatticeTheDisplacementNearestToTheExpectedOneCounts(double expected, double nearest) {
    Field found = lattice(1.5);
    Displacement displacement =
        Registration.against(lattice(0))
            .of(found, new Displacement(expected, 0, 0, 0))
            .orElseThrow();
    assertThat(displacement.columns()).isCloseTo(nearest, within(0.05));
  }

  private static Field lattice(double columns) {
    double[] values = new double[Blobs.SIDE * Blobs.SIDE];
    Arrays.setAll(
        values,
        i -> {
          int row = i / Blobs.SIDE;
          return StrictMath.cos(2 * Math.PI * (i % Blobs.SIDE - columns) / 8)
              + StrictMath.cos(2 * Math.PI * row / 8);
        });
    return Blobs.picture(values);
  }

  @Test
  void picturesOfOtherSizesAreRefused() {
    Field narrow = new Field("narrow", "1", 64, 63, new double[64 * 63]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Registration.against(AT_REST).of(narrow, Displacement.NONE))
        .withMessageContaining("64 × 64");
    Field low = new Field("low", "1", 15, 64, new double[15 * 64]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Registration.against(low))
        .withMessageContaining("16 rows and columns");
  }

  @Test
  void anyNumberOfRowsAndColumnsWillDo() {
    double[] one = new double[48 * 40];
    double[] other = new double[48 * 40];
    Field moved = Blobs.shifted(0.8, 1.4, 0, 1);
    for (int i = 0; i < one.length; i++) {
      one[i] = AT_REST.at(i / 40, i % 40);
      other[i] = moved.at(i / 40, i % 40);
    }
    Displacement found =
        between(new Field("part", "1", 48, 40, one), new Field("part", "1", 48, 40, other));
    assertThat(found.columns()).isCloseTo(0.8, within(0.06));
    assertThat(found.rows()).isCloseTo(1.4, within(0.06));
  }
}
