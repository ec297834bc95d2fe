package dev.cantilever.tools.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.tools.canonical.Hash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleProofTest {

  /** Certificate Transparency's reference tree of eight leaves (Google's merkle_tree_test). */
  private static final List<Hash> REFERENCE =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(hex -> Hash.ofDigest(MerkleTree.leaf(HexFormat.of().parseHex(hex))))
          .toList();

  private static List<Hash> hashes(String... hex) {
    return Stream.of(hex).map(digits -> new Hash("sha256:" + digits)).toList();
  }

  private static Hash root(List<Hash> leaves) {
    MerkleTree tree = new MerkleTree();
    leaves.forEach(leaf -> tree.append(leaf.bytes()));
    return tree.root();
  }

  private static Hash node(Hash left, Hash right) {
    return Hash.ofDigest(MerkleTree.node(left.bytes(), right.bytes()));
  }

  /** RFC 9162, section 2.1.5: the tree of seven leaves and its proofs, by the names there. */
  @Test
  void proofsOfSevenLeavesAreThoseOfTheRfc() {
    List<Hash> leaves = REFERENCE.subList(0, 7);
    Hash a = leaves.get(0);
    Hash b = leaves.get(1);
    Hash c = leaves.get(2);
    Hash d = leaves.get(3);
    Hash e = leaves.get(4);
    Hash f = leaves.get(5);
    Hash j = leaves.get(6);
    Hash g = node(a, b);
    Hash h = node(c, d);
    Hash i = node(e, f);
    Hash k = node(g, h);
    Hash l = node(i, j);
    assertThat(MerkleProof.inclusion(leaves, 0)).containsExactly(b, h, l);
    assertThat(MerkleProof.inclusion(leaves, 3)).containsExactly(c, g, l);
    assertThat(MerkleProof.inclusion(leaves, 4)).containsExactly(f, j, k);
    assertThat(MerkleProof.inclusion(leaves, 6)).containsExactly(i, k);
    assertThat(MerkleProof.consistency(leaves, 3)).containsExactly(c, d, g, l);
    assertThat(MerkleProof.consistency(leaves, 4)).containsExactly(l);
    assertThat(MerkleProof.consistency(leaves, 6)).containsExactly(i, j, k);
  }

  /** The published proofs of the reference tree (Google's merkle_tree_test, one-based there). */
  @Test
  void inclusionProofsOfTheReferenceTreeAreThePublishedOnes() {
    assertThat(MerkleProof.inclusion(REFERENCE, 0))
        .isEqualTo(
            hashes(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    assertThat(MerkleProof.inclusion(REFERENCE, 5))
        .isEqualTo(
            hashes(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(MerkleProof.inclusion(REFERENCE.subList(0, 5), 1))
        .isEqualTo(
            hashes(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  @Test
  void consistencyProofsOfTheReferenceTreeAreThePublishedOnes() {
    assertThat(MerkleProof.consistency(REFERENCE, 1))
        .isEqualTo(
            hashes(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    assertThat(MerkleProof.consistency(REFERENCE, 6))
        .isEqualTo(
            hashes(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(MerkleProof.consistency(REFERENCE.subList(0, 5), 2))
        .isEqualTo(
            hashes(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  @Test
  void everyProofOfEveryTreeUpToSeventyHoldsAndIsShort() {
    List<Hash> leaves =
        IntStream.range(0, 70).mapToObj(i -> MerkleProof.leaf("line " + i)).toList();
    for (int size = 1; size <= leaves.size(); size++) {
      List<Hash> tree = leaves.subList(0, size);
      Hash root = root(tree);
      int most = 32 - Integer.numberOfLeadingZeros(size - 1);
      for (int one = 0; one < size; one++) {
        List<Hash> path = MerkleProof.inclusion(tree, one);
        assertThat(path.size()).isLessThanOrEqualTo(most);
        assertThat(MerkleProof.includes(tree.get(one), one, size, path, root)).isTrue();
        int first = one + 1;
        List<Hash> longer = MerkleProof.consistency(tree, first);
        assertThat(longer.size()).isLessThanOrEqualTo(most + 1);
        assertThat(MerkleProof.extendsTo(first, root(tree.subList(0, first)), size, root, longer))
            .as("%d to %d", first, size)
            .isTrue();
      }
    }
  }

  /** Every proof with one thing wrong: a hash, its number, an order, a size, an index, a root. */
  @Test
  void noWrongProofHolds() {
    List<Hash> leaves =
        IntStream.range(0, 21).mapToObj(i -> MerkleProof.leaf("line " + i)).toList();
    Hash root = root(leaves);
    for (int at = 0; at < leaves.size(); at++) {
      List<Hash> path = MerkleProof.inclusion(leaves, at);
      Hash leaf = leaves.get(at);
      for (List<Hash> wrong : spoilt(path)) {
        assertThat(MerkleProof.includes(leaf, at, 21, wrong, root)).as("%d", at).isFalse();
      }
      assertThat(MerkleProof.includes(leaf, at + 1, 21, path, root)).isFalse();
      assertThat(MerkleProof.includes(leaf, at, 21, path, leaf)).isFalse();
      assertThat(MerkleProof.includes(root, at, 21, path, root)).isFalse();
      int first = at + 1;
      Hash old = root(leaves.subList(0, first));
      List<Hash> longer = MerkleProof.consistency(leaves, first);
      for (List<Hash> wrong : spoilt(longer)) {
        assertThat(MerkleProof.extendsTo(first, old, 21, root, wrong)).as("%d", first).isFalse();
      }
      assertThat(MerkleProof.extendsTo(first, leaf, 21, root, longer)).isEqualTo(old.equals(leaf));
      assertThat(MerkleProof.extendsTo(first, old, 21, leaf, longer)).isFalse();
    }
    assertThat(MerkleProof.includes(root, 0, 0, List.of(), root)).isFalse();
    assertThat(MerkleProof.extendsTo(0, root, 21, root, List.of())).isFalse();
    assertThat(MerkleProof.extendsTo(22, root, 21, root, List.of())).isFalse();
  }

  private static List<List<Hash>> spoilt(List<Hash> path) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      List<Hash> changed = new ArrayList<>(path);
      changed.set(i, Hash.of("another"));
      all.add(changed);
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(i);
      all.add(shorter);
    }
    List<Hash> longer = new ArrayList<>(path);
    longer.add(Hash.of("another"));
    all.add(longer);
    return all;
  }

  @Test
  void asksNothingThatIsNotThere() {
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleProof.inclusion(REFERENCE, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleProof.consistency(REFERENCE, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleProof.consistency(REFERENCE, 0));
  }
}
