package dev.cantilever.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/** Asks yes or no on the terminal; the end of input is a no. */
final class Terminal {

  private Terminal() {}

  static Consent approval(boolean already, PrintStream out) {
    return new Consent(already, () -> answered(already, out));
  }

  private static boolean answered(boolean already, PrintStream out) {
    if (already) {
      out.println("Approved by --yes.");
      return true;
    }
    out.print("Approve this plan? Type yes: ");
    out.flush();
    return readLine().strip().equalsIgnoreCase("yes");
  }

  private static String readLine() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      return line == null ? "" : line;
    } catch (IOException failure) {
      throw new UncheckedIOException("standard input cannot be read", failure);
    }
  }
}
