package dev.cantilever.tools.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerklePathTest {

  /** The eight leaves with which Certificate Transparency's own implementations are tested. */
  private static final List<byte[]> KNOWN =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final Hash ROOT =
      new Hash("sha256:5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootIsThatOfCertificateTransparency() {
    assertThat(MerklePath.root(KNOWN)).isEqualTo(ROOT);
    assertThat(MerklePath.root(List.of()).text())
        .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8, 13, 64, 65})
  void everyLeafLeadsToTheRootAndNoOtherDoes(int size) {
    List<byte[]> leaves =
        IntStream.range(0, size)
            .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
            .toList();
    Hash root = MerklePath.root(leaves);
    for (int i = 0; i < size; i++) {
      MerklePath path = MerklePath.of(leaves, i);
      for (int j = 0; j < size; j++) {
        assertThat(path.leads(leaves.get(j), root)).isEqualTo(i == j);
      }
      assertThat(new MerklePath(i, size + 1, path.siblings()).siblings()).hasSizeLessThan(8);
      assertThat(path.leads(leaves.get(i), Hash.of("another"))).isFalse();
      assertThat(new MerklePath(size, size, path.siblings()).leads(leaves.get(i), root)).isFalse();
    }
  }

  @Test
  void aShorterOrLongerPathLeadsNowhere() {
    MerklePath path = MerklePath.of(KNOWN, 3);
    List<Hash> fewer = path.siblings().subList(0, 2);
    assertThat(new MerklePath(3, 8, fewer).leads(KNOWN.get(3), ROOT)).isFalse();
    List<Hash> more = List.of(fewer.get(0), fewer.get(1), path.siblings().get(2), ROOT);
    assertThat(new MerklePath(3, 8, more).leads(KNOWN.get(3), ROOT)).isFalse();
  }
}
