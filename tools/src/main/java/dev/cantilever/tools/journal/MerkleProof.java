package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Proofs over the tree of a journal: that an entry is in it, and that a longer journal begins with
 * a shorter one. Made as RFC 9162 says in sections 2.1.3.1 and 2.1.4.1, checked as in 2.1.3.2 and
 * 2.1.4.2. A proof has at most ⌈log₂ n⌉ hashes, one more for the second kind.
 */
public final class MerkleProof {

  private MerkleProof() {}

  /** The leaf of a line of the journal. */
  public static Hash leaf(String line) {
    return Hash.ofDigest(MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)));
  }

  /** The hashes that lead from leaf {@code index} to the root over all {@code leaves}. */
  public static List<Hash> inclusion(List<Hash> leaves, int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new IllegalArgumentException(
          "there is no entry %d among %d".formatted(index, leaves.size()));
    }
    List<Hash> path = new ArrayList<>();
    List<Hash> subtree = leaves;
    int at = index;
    while (subtree.size() > 1) {
      int split = split(subtree.size());
      boolean left = at < split;
      path.add(root(left ? subtree.subList(split, subtree.size()) : subtree.subList(0, split)));
      at -= left ? 0 : split;
      subtree = left ? subtree.subList(0, split) : subtree.subList(split, subtree.size());
    }
    Collections.reverse(path);
    return path;
  }

  /** The hashes that lead from the root over the first {@code size} leaves to that over all. */
  public static List<Hash> consistency(List<Hash> leaves, int size) {
    if (size < 1 || size > leaves.size()) {
      throw new IllegalArgumentException(
          "a journal of %d entries does not begin with %d".formatted(leaves.size(), size));
    }
    List<Hash> path = new ArrayList<>();
    List<Hash> subtree = leaves;
    int first = size;
    boolean known = true; // the verifier knows the root of this subtree: it is the old one
    while (first != subtree.size()) {
      int split = split(subtree.size());
      boolean left = first <= split;
      path.add(root(left ? subtree.subList(split, subtree.size()) : subtree.subList(0, split)));
      subtree = left ? subtree.subList(0, split) : subtree.subList(split, subtree.size());
      first -= left ? 0 : split;
      known = known && left;
    }
    if (!known) {
      path.add(root(subtree));
    }
    Collections.reverse(path);
    return path;
  }

  /** The largest power of two below {@code size}. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  /** The root over leaves in their order; of none the hash of nothing. */
  public static Hash root(List<Hash> leaves) {
    MerkleTree tree = new MerkleTree();
    leaves.forEach(leaf -> tree.append(leaf.bytes()));
    return tree.root();
  }

  /** Whether {@code path} leads from a leaf to the root over {@code size} leaves. */
  public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash next : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(next, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, next);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Whether {@code path} leads from the root over {@code first} leaves to that over {@code size}.
   */
  public static boolean extendsTo(
      long first, Hash firstRoot, long size, Hash root, List<Hash> path) {
    if (first < 1 || first > size) {
      return false;
    }
    if (first == size) {
      return path.isEmpty() && firstRoot.equals(root);
    }
    List<Hash> hashes = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) {
      hashes.addFirst(firstRoot);
    }
    if (hashes.isEmpty()) {
      return false;
    }
    long shift = Long.numberOfTrailingZeros(first); // right edges that both trees share
    long node = (first - 1) >> shift;
    long last = (size - 1) >> shift;
    Hash old = hashes.getFirst();
    Hash now = old;
    for (Hash next : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = node(next, old);
        now = node(next, now);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, next);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(firstRoot) && now.equals(root);
  }

  private static Hash node(Hash left, Hash right) {
    return Hash.ofDigest(MerkleTree.node(left.bytes(), right.bytes()));
  }
}
