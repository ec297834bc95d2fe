package dev.cantilever.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected scores were computed from the formula by a script in another language. */
class Bm25Test {

  private final Bm25 index =
      new Bm25(List.of("The cat sat on the mat", "The dog sat.", "A cat and a dog met a bird"));

  @Test
  void scoresAsTheFormulaDoes() {
    assertHits("cat", 0, 0.4589591575402223, 2, 0.40224566896545805);
    assertHits("cat sat", 0, 0.9179183150804446, 1, 0.582057474628825, 2, 0.40224566896545805);
    assertHits("bird dogs", 2, 1.241673908385105, 1, 0.582057474628825);
    assertHits("A", 2, 1.4163325892910643);
  }

  private void assertHits(String question, double... textsAndScores) {
    List<Bm25.Hit> hits = index.find(question, 9);
    assertThat(hits).hasSize(textsAndScores.length / 2);
    for (int i = 0; i < hits.size(); i++) {
      assertThat(hits.get(i).text()).isEqualTo((int) textsAndScores[2 * i]);
      assertThat(hits.get(i).score()).isCloseTo(textsAndScores[2 * i + 1], within(1e-14));
    }
  }

  @Test
  void findsNothingForWordsThatStandNowhere() {
    assertThat(index.find("zebra", 3)).isEmpty();
    assertThat(index.find("", 3)).isEmpty();
    assertThat(new Bm25(List.of()).find("cat", 3)).isEmpty();
  }

  @Test
  void countsAWordOfTheQuestionOnce() {
    assertThat(index.find("cat cat cat", 9)).isEqualTo(index.find("cat", 9));
  }

  @Test
  void givesNoMoreThanWasAskedFor() {
    assertThat(index.find("cat sat", 1)).extracting(Bm25.Hit::text).containsExactly(0);
  }

  @Test
  void readsWidthCaseAndPluralAway() {
    assertThat(Bm25.words("ＰＦＭ Loops, of BiFeO3!")).containsExactly("pfm", "loop", "of", "bifeo3");
  }
}
