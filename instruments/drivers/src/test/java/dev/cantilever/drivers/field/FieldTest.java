package dev.cantilever.drivers.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FieldTest {

  @Test
  void keepsItsValuesFromTheCallersArrays() {
    double[] values = {1, 2, 3, 4, 5, 6};
    Field field = new Field("height", "m", 2, 3, values);
    values[4] = 0;
    field.values()[4] = 0;
    assertThat(field.at(1, 1)).isEqualTo(5);
    assertThat(field).isEqualTo(new Field("height", "m", 2, 3, new double[] {1, 2, 3, 4, 5, 6}));
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Field("height", "m", 2, 3, new double[5]))
        .withMessageContaining("5 values");
  }

  @Test
  void refusesAMissingUnit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Field("height", " ", 1, 1, new double[1]));
  }
}
