package dev.cantilever.tools.canonical;

import java.util.ArrayList;
import java.util.List;

/**
 * Proof that a leaf stands in a list of which one knows the Merkle root (RFC 6962, section 2.1.1).
 *
 * @param index number of the leaf, from 0
 * @param size how many leaves there are
 * @param siblings what the leaf is joined with on its way up
 */
public record MerklePath(int index, int size, List<Hash> siblings) {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  public MerklePath {
    siblings = List.copyOf(siblings);
  }

  /** The root over leaves in their order; of none the hash of nothing. */
  public static Hash root(List<byte[]> leaves) {
    return leaves.isEmpty() ? Hash.of(new byte[0]) : over(leaves);
  }

  /** The path of one leaf. */
  public static MerklePath of(List<byte[]> leaves, int index) {
    List<Hash> siblings = new ArrayList<>();
    climb(leaves, index, siblings);
    return new MerklePath(index, leaves.size(), siblings);
  }

  private static Hash over(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return Hash.of(LEAF, leaves.getFirst());
    }
    int half = half(leaves.size());
    return node(over(leaves.subList(0, half)), over(leaves.subList(half, leaves.size())));
  }

  private static void climb(List<byte[]> leaves, int index, List<Hash> siblings) {
    if (leaves.size() > 1) {
      int half = half(leaves.size());
      List<byte[]> left = leaves.subList(0, half);
      List<byte[]> right = leaves.subList(half, leaves.size());
      climb(index < half ? left : right, index < half ? index : index - half, siblings);
      siblings.add(over(index < half ? right : left));
    }
  }

  /** The largest power of two below {@code size}. */
  private static int half(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static Hash node(Hash left, Hash right) {
    return Hash.of(NODE, left.bytes(), right.bytes());
  }

  /** Whether this leads from {@code leaf} to {@code root}. */
  public boolean leads(byte[] leaf, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    Hash at = Hash.of(LEAF, leaf);
    int place = index;
    int last = size - 1;
    for (Hash sibling : siblings) {
      if (last == 0) {
        return false;
      }
      if (place % 2 == 1 || place == last) {
        at = node(sibling, at);
        while (place % 2 == 0) {
          place /= 2;
          last /= 2;
        }
      } else {
        at = node(at, sibling);
      }
      place /= 2;
      last /= 2;
    }
    return last == 0 && at.equals(root);
  }
}
