package dev.cantilever.vocabulary.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Unreadable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "12.5 nm, LENGTH, 1.25e-8",
    "40.8nm, LENGTH, 4.08e-8",
    "3 Å, LENGTH, 3e-10",
    "2 micrometres, LENGTH, 2e-6",
    "2 um, LENGTH, 2e-6",
    "2 µm, LENGTH, 2e-6",
    "8.5 V, VOLTAGE, 8.5",
    "8500 mV, VOLTAGE, 8.5",
    "12 volts, VOLTAGE, 12",
    "20 min, TIME, 1200",
    "1 hour, TIME, 3600",
    "5 µm/s, SPEED, 5e-6",
    "1e-3 mm/s, SPEED, 1e-6",
    "-3 V, VOLTAGE, -3"
  })
  void readsNumbersWithUnitsExactly(String text, QuantityKind kind, double expected) {
    assertThat(QuantityLiteral.parse(text, kind)).isEqualTo(new Read(kind.of(expected)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "12", "nm", "12,5 nm", "1 000 nm", "0x1p3 nm", "NaN nm", "Infinity nm", "12 nmm",
        "12 V", "1e999 m", "12 nm nm", "--3 nm", "12 Nm", "12 MM", "12 m^0", "12 m^^2", "12 /"
      })
  void refusesWhatIsNotALength(String text) {
    assertThat(QuantityLiteral.parse(text, QuantityKind.LENGTH)).isInstanceOf(Unreadable.class);
  }

  @Test
  void offersTheNearestUnitsForAMisspeltOne() {
    Unreadable result = (Unreadable) QuantityLiteral.parse("8.5 Vv", QuantityKind.VOLTAGE);
    assertThat(result.suggestions()).first().isEqualTo("V");
    assertThat(result.problem()).contains("unknown unit \"Vv\"");
  }

  @ParameterizedTest
  @EnumSource(QuantityKind.class)
  void readsBackWhatItPrints(QuantityKind kind) {
    for (double value : new double[] {0, 1, -1, 0.1, 4.08e-8, 1.0 / 3, 1e22, Double.MIN_VALUE}) {
      Quantity quantity = kind.of(value);
      assertThat(QuantityLiteral.parse(quantity.format(), kind)).isEqualTo(new Read(quantity));
    }
  }

  /** What is printed in any unit of the table, with any prefix, is read as the same quantity. */
  @ParameterizedTest
  @EnumSource(QuantityKind.class)
  void readsBackWhatItPrintsInEveryUnit(QuantityKind kind) {
    Set<String> units = new TreeSet<>(Units.symbols(kind));
    units.add(kind.canonicalUnit());
    if (kind != QuantityKind.RATIO) {
      units.remove("1"); // only a ratio is written without a unit
    }
    for (String unit : units) {
      BigDecimal factor = Units.parse(unit).orElseThrow().factor();
      for (String number : List.of("0", "1", "-2.5", "0.1", "123456.789", "3e-7")) {
        BigDecimal value = new BigDecimal(number);
        Quantity meant = kind.of(value.multiply(factor).doubleValue());
        String printed = QuantityLiteral.format(value.doubleValue(), unit);
        assertThat(QuantityLiteral.parse(printed, kind)).as(printed).isEqualTo(new Read(meant));
        assertThat(QuantityLiteral.parse(meant.prefixed(), kind)).isEqualTo(new Read(meant));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2e-6, m, 2 µm, 2 µm",
    "4.4669696952087475e-6, m, 4.4669696952087475 µm, 4.467 µm",
    "5e-6, m/s, 5 µm/s, 5 µm/s",
    "-0.25, V, -250 mV, -250 mV",
    "7200, s, 7200, 7200",
    "141.04999, s, 141.04999, 141",
    "1e-30, m^3, 1.0E-30, 1.0E-30",
    "0.0005, 1, 5.0E-4, 5.0E-4",
    "0, m, 0, 0",
    "NaN, V, NaN, NaN",
    "9.9999e-7, m, 999.99 nm, 1 µm",
    "2e-22, J, 2.0E-22, 2.0E-22"
  })
  void showsPeopleAPrefix(double value, String unit, String every, String few) {
    assertThat(QuantityLiteral.prefixed(value, unit)).startsWith(every);
    assertThat(QuantityLiteral.shown(value, unit)).startsWith(few);
  }

  @Test
  void convertsInDecimalArithmetic() {
    assertThat(Units.parse("nm").orElseThrow().toCanonical(new BigDecimal("40.8")))
        .isEqualTo(4.08e-8);
  }
}
