package dev.cantilever.tools.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  /** RFC 6962, section 2.1, word for word: split at the largest power of two below n. */
  private static byte[] rootOf(List<byte[]> entries) {
    int n = entries.size();
    if (n == 0) {
      return sha256(new byte[0], new byte[0], new byte[0]);
    }
    if (n == 1) {
      return sha256(new byte[] {0x00}, entries.getFirst(), new byte[0]);
    }
    int k = Integer.highestOneBit(n - 1);
    return sha256(new byte[] {0x01}, rootOf(entries.subList(0, k)), rootOf(entries.subList(k, n)));
  }

  @Test
  void rootsAreThoseOfRfc6962() {
    MerkleTree tree = new MerkleTree();
    List<byte[]> entries = new ArrayList<>();
    for (int size = 0; size <= 70; size++) {
      assertThat(tree.size()).isEqualTo(size);
      assertThat(tree.root().bytes()).as("size %d", size).isEqualTo(rootOf(entries));
      byte[] entry = ("entry " + size).getBytes(StandardCharsets.UTF_8);
      entries.add(entry);
      tree.append(MerkleTree.leaf(entry));
    }
  }

  /** Certificate Transparency's reference tree of eight leaves (Google's merkle_tree_test). */
  @Test
  void rootOfTheReferenceLeavesIsThePublishedOne() {
    MerkleTree tree = new MerkleTree();
    for (String leaf :
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f")) {
      tree.append(MerkleTree.leaf(HexFormat.of().parseHex(leaf)));
    }
    assertThat(tree.root())
        .hasToString("sha256:5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void aCopyGrowsOnItsOwn() {
    MerkleTree tree = new MerkleTree();
    tree.append(MerkleTree.leaf(new byte[] {1}));
    String before = tree.root().text();
    MerkleTree copy = new MerkleTree(tree);
    copy.append(MerkleTree.leaf(new byte[] {2}));
    assertThat(tree.root().text()).isEqualTo(before);
    assertThat(copy.root().text()).isNotEqualTo(before);
    assertThat(tree.size()).isEqualTo(1);
  }

  private static byte[] sha256(byte[] a, byte[] b, byte[] c) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(a);
      digest.update(b);
      return digest.digest(c);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
