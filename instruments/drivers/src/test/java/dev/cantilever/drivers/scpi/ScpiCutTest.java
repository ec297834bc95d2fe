package dev.cantilever.drivers.scpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The socket is cut at every byte of a command, in both directions. */
class ScpiCutTest extends AtSupply {

  private static final long NEVER = Long.MAX_VALUE;

  @Test
  void noByteAtWhichASocketIsCutRepeatsACommandOrLosesAnOutcome() throws IOException {
    try (Gate gate = connect()) {
      Cuts cuts = new Cuts(server.front, gate);
      long[] bytes = cuts.undisturbed();
      for (long in = 1; in <= bytes[0]; in++) {
        cuts.cut(in, NEVER);
      }
      for (long out = 1; out <= bytes[1]; out++) {
        cuts.cut(NEVER, out);
      }
      assertThat(cuts.count(Cuts.End.UNKNOWN)).isPositive();
      assertThat(cuts.count(Cuts.End.COMPLETED)).isPositive();
    }
  }
}
