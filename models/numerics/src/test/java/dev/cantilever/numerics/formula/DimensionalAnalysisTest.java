package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs z in nm, s in µm, v in V, temp in K; parameters tau in nm, v0 in V, kt in eV, n in 1. */
class DimensionalAnalysisTest {

  private static final Map<String, String> UNITS = units();

  private static Map<String, String> units() {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("z", "nm");
    units.put("s", "µm");
    units.put("v", "V");
    units.put("temp", "K");
    units.put("angle", "°");
    units.put("tau", "nm");
    units.put("v0", "V");
    units.put("kt", "eV");
    units.put("kb", "eV/K");
    units.put("rate", "1/s");
    units.put("n", "1");
    return units;
  }

  private static DimensionalAnalysis.Result analyse(String source) {
    Formula formula = Formula.of(source, List.copyOf(UNITS.keySet()), List.of("free", "other"));
    return DimensionalAnalysis.of(formula, UNITS, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "unknown",
      textBlock =
          """
          v0*exp(-z/tau) + v          | V
          v*z^2/tau                   | V nm
          v*z^2                       | V nm^2
          sqrt(z*tau)                 | nm
          sqrt(z)                     | nm^0.5
          z^(1/3)*z^-(4/3)            | nm^-1
          (v^2)^1.5                   | V^3
          exp(kt/(kb*temp))           | 1
          kb*temp                     | K eV/K
          1/rate                      | (1/s)^-1
          free*z + other              | unknown
          free*z + v                  | V
          z < 0 ? v : 0               | V
          max(v, 0)                   | V
          abs(z - tau)                | nm
          step(z - tau)               | 1
          exp(free)                   | 1
          n^free                      | 1
          z^free                      | problem
          (z/tau)^free                | 1
          pi*v                        | V
          0*v                         | unknown
          log(2)^z                    | problem
          """)
  void followsUnitsThroughAFormula(String source, String unit) {
    DimensionalAnalysis.Result result = analyse(source);
    if ("problem".equals(unit)) {
      assertThat(result.problems()).hasSize(1);
    } else {
      assertThat(result.problems()).isEmpty();
      assertThat(result.unit().orElse(null)).isEqualTo(unit);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v + z          | "v + z" adds V and nm; the two cannot go together
          1 - v          | "1 - v" adds 1 and V; write the number with that unit, or make it a parameter
          z + s          | "z + s" adds nm and µm; state both in the same unit
          max(z, v)      | "max(z, v)" compares nm and V; the two cannot go together
          z < v ? 1 : 2  | "z < v" compares nm and V; the two cannot go together
          z < 0 ? z : v  | "z < 0 ? z : v" chooses between nm and V; the two cannot go together
          exp(v)         | "exp(v)" has an argument in V, which must be a number without unit; divide it by a parameter in V
          exp(z/s)       | "exp(z/s)" has an argument in nm µm^-1, which must be a number without unit; divide it by a parameter in nm µm^-1
          sin(angle)     | "sin(angle)" has an argument in °, which must be a number without unit; divide it by a parameter in °
          2^z            | "2^z" has an exponent in nm, which must be a number without unit; divide it by a parameter in nm
          z^n            | "z^n" raises nm to a power that is not fixed; divide the base by a parameter in nm first
          """)
  void saysWhichPartIsWrongAndWhy(String source, String message) {
    assertThat(analyse(source).problems())
        .extracting(FormulaProblem::message)
        .containsExactly(message);
  }

  @Test
  void reportsEveryProblemOnce() {
    DimensionalAnalysis.Result result =
        analyse("(v + z)*2 + exp(temp)*(not (z < v or v < temp) ? 1 : n) + log(v + kt)");
    assertThat(result.problems())
        .extracting(problem -> problem.message().split("\" ", 2)[0].substring(1))
        .containsExactly("v + z", "exp(temp)", "z < v", "v < temp", "v + kt");
    assertThat(result.problems()).allMatch(problem -> problem.kind() == FormulaProblem.Kind.UNIT);
  }

  @Test
  void comparesTheWholeWithWhatIsExpected() {
    Formula formula = Formula.of("v*n", List.of("v", "n"), List.of());
    assertThat(DimensionalAnalysis.of(formula, UNITS, "V").problems()).isEmpty();
    assertThat(DimensionalAnalysis.of(formula, UNITS, "J/A/s").problems()).isEmpty();
    assertThat(DimensionalAnalysis.of(formula, UNITS, "mV").problems())
        .extracting(FormulaProblem::message)
        .containsExactly("the formula is in V, and should be in mV");
  }

  @Test
  void reportsUnknownUnitsAllAtOnceWithTheNearest() {
    Formula formula = Formula.of("x + a", List.of("x"), List.of("a"));
    List<FormulaProblem> problems =
        DimensionalAnalysis.of(formula, Map.of("x", "nmm", "a", "a.u."), "Vv").problems();
    assertThat(problems)
        .extracting(problem -> problem.message().split(" has", 2)[0])
        .isEqualTo(Arrays.asList("x", "a", "the whole formula"));
    assertThat(problems.getFirst().suggestions()).contains("nm");
    assertThat(problems.getLast().suggestions()).first().isEqualTo("V");
  }

  @Test
  void aHostileUnitIsOnlyAnUnknownOne() {
    Formula formula = Formula.of("x/a", List.of("x"), List.of("a"));
    Map<String, String> units = Map.of("x", "m".repeat(1_000_000), "a", "Gm^9*Gm^9*Gm^9*Gm^9*Gm^9");
    assertThat(DimensionalAnalysis.of(formula, units, "\u0000").problems())
        .extracting(FormulaProblem::message)
        .hasSize(2)
        .allMatch(message -> message.length() < 200);
  }

  /** Arrhenius' law with the numbers of a formula that forgot a unit. */
  @Test
  void aPhysicalConstantWrittenAsANumberIsNoticed() {
    assertThat(analyse("rate*exp(-kt/(8.617e-5*temp))").problems())
        .extracting(FormulaProblem::message)
        .first()
        .asString()
        .contains("has an argument in K^-1 eV");
  }
}
