package dev.cantilever.drivers.tango;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.drivers.variables.Refusal;
import fr.esrf.Tango.AttrValUnion;
import fr.esrf.Tango.DevState;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Type numbers as tango.h has them: the constants DEV_BOOLEAN = 1 to DEV_ENUM = 29. */
class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "1, 1", // boolean
    "2, -32768",
    "2, 32767", // short
    "3, -2147483648",
    "3, 2147483647", // long
    "5, 0.1",
    "5, -1e300", // double
    "4, 0.5", // float
    "6, 0",
    "6, 65535", // unsigned short
    "7, 4294967295", // unsigned long
    "23, -9007199254740992", // 64 bits
    "29, 3", // enumeration
  })
  void whatATypeHoldsComesBackAsItWas(int type, double value) throws IOException {
    assertThat(Numbers.number(Numbers.union(type, value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "1, 0.5",
    "2, 32768",
    "2, 0.1",
    "3, 2147483648",
    "6, -1",
    "6, 65536",
    "7, -1",
    "7, 4294967296",
    "23, 9007199254740994",
    "23, NaN",
    "29, 1.5"
  })
  void whatATypeCannotHoldIsRefused(int type, double value) {
    assertThatThrownBy(() -> Numbers.union(type, value))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no whole number in [");
  }

  @Test
  void typesThatAreNoNumbersAreNamed() {
    assertThatThrownBy(() -> Numbers.known("serial", 8))
        .isInstanceOf(IOException.class)
        .hasMessage("serial takes no number (Tango's type 8)");
  }

  @Test
  void valuesWithoutANumberAreNone() {
    AttrValUnion empty = new AttrValUnion();
    empty.double_att_value(new double[0]);
    assertThat(Numbers.number(empty)).isNaN();
    AttrValUnion words = new AttrValUnion();
    words.string_att_value(new String[] {"F-17", "set"});
    assertThat(Numbers.number(words)).isNaN();
    assertThat(Numbers.text(words)).isEqualTo("F-17");
    AttrValUnion state = new AttrValUnion();
    state.dev_state_att(DevState.FAULT);
    assertThat(Numbers.number(state)).isEqualTo(DevState._FAULT);
  }
}
