package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree that only grows: leaf {@code SHA-256(0x00 ‖ bytes)}, node {@code SHA-256(0x01 ‖
 * left ‖ right)} (RFC 6962, section 2.1). Keeps the roots of its complete subtrees, so that an
 * append costs O(log n).
 */
final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /**
   * Roots of complete subtrees, largest first; their sizes are the binary digits of {@link #size}.
   */
  private final List<byte[]> frontier = new ArrayList<>();

  private long size;

  MerkleTree() {}

  /** A copy that grows on its own. */
  MerkleTree(MerkleTree other) {
    frontier.addAll(other.frontier);
    size = other.size;
  }

  static byte[] leaf(byte[] bytes) {
    return Hash.digest(LEAF, bytes);
  }

  static byte[] node(byte[] left, byte[] right) {
    return Hash.digest(NODE, left, right);
  }

  void append(byte[] leaf) {
    byte[] subtree = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      subtree = node(frontier.removeLast(), subtree);
    }
    frontier.add(subtree);
    size++;
  }

  long size() {
    return size;
  }

  /** The root; of the empty tree the hash of nothing. */
  Hash root() {
    if (frontier.isEmpty()) {
      return Hash.of(new byte[0]);
    }
    byte[] root = frontier.getLast();
    for (int i = frontier.size() - 2; i >= 0; i--) {
      root = node(frontier.get(i), root);
    }
    return Hash.ofDigest(root);
  }
}
