package dev.cantilever.agent.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueNameTest {

  private static final String LETTERS = "abx_.-X2d4";
  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "forecast, foreign.weather.forecast",
    "get_map, foreign.weather.get_map",
    "get-Map, foreign.weather.get_x2d__x4d_ap",
    "spm.withdraw, foreign.weather.spm_x2e_withdraw",
    "a_x2d_b, foreign.weather.a_x5f_x2d_b"
  })
  void isTheNameWithOtherCharactersByTheirNumber(String tool, String name) {
    assertThat(CatalogueName.of("weather", tool)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a/b", "ä", "a\u200bb", "a\nb", "'; rm", "AAAAAAAAAAAAAAAAAAAA"})
  void otherwiseThereIsNone(String tool) {
    assertThat(CatalogueName.of("weather", tool)).isEmpty();
  }

  /** Also with bars for dots, as language models are told them. */
  @Test
  void noTwoToolsHaveOneNameAndEveryNameLeadsBack() {
    Random random = new Random(SEED);
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder tool = new StringBuilder();
      for (int n = random.nextInt(1, 9); n > 0; n--) {
        tool.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      String name = CatalogueName.of("weather", tool.toString()).orElseThrow();
      assertThat(name).matches("[a-z0-9_]+(\\.[a-z0-9_]+)*").hasSizeLessThanOrEqualTo(64);
      assertThat(CatalogueName.tool(name.substring("foreign.weather.".length())))
          .as("seed %d, %s", SEED, tool)
          .isEqualTo(tool.toString());
      assertThat(seen.merge(name.replace('.', '_'), tool.toString(), (old, same) -> old))
          .isEqualTo(tool.toString());
    }
  }
}
