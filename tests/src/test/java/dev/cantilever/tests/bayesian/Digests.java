package dev.cantilever.tests.bayesian;

import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over every bit of {@link RandomProposals}; also a program of its own, so that another
 * Java can be asked: how many cases in, the digest of the first so many out.
 */
final class Digests {

  private static final int MOST_BYTES = 1 << 16;

  private Digests() {}

  public static void main(String[] arguments) {
    byte[][] first = new byte[Integer.parseInt(arguments[0])][];
    Arrays.setAll(first, Digests::ofCase);
    System.out.println(together(Arrays.asList(first)));
  }

  /** The digest of the digests, in hexadecimal. */
  static String together(List<byte[]> digests) {
    MessageDigest sha = sha();
    digests.forEach(sha::update);
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Hyper-parameters, likelihood, choices with their reasons, and beliefs over the whole pool. */
  static byte[] ofCase(int i) {
    Proposal proposal = RandomProposals.of(i).proposal();
    ByteBuffer bits = ByteBuffer.allocate(MOST_BYTES);
    Hyperparameters found = proposal.learned().hyperparameters();
    for (Parameter parameter : found.kernel()) {
      bits.putDouble(parameter.value());
    }
    bits.putDouble(found.noiseVariance()).putDouble(found.mean());
    bits.putDouble(proposal.learned().logMarginalLikelihood());
    bits.putDouble(proposal.learned().jitter()).putInt(proposal.learned().evaluations());
    bits.putDouble(proposal.standardisation().mean());
    bits.putDouble(proposal.standardisation().deviation());
    for (Choice choice : proposal.choices()) {
      bits.putInt(choice.candidate()).putInt(choice.runnerUp()).putInt(choice.ties());
      bits.putDouble(choice.value()).putDouble(choice.runnerUpValue());
      bits.putDouble(choice.mean()).putDouble(choice.deviation());
    }
    for (int c = 0; c < proposal.posterior().size(); c++) {
      bits.putDouble(proposal.posterior().mean(c)).putDouble(proposal.posterior().variance(c));
    }
    return sha().digest(Arrays.copyOf(bits.array(), bits.position()));
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
