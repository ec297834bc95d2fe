package dev.cantilever.agent.cli;

/** What the program tells the shell. */
final class ExitCode {

  static final int OK = 0;

  /** A run failed, or a log does not verify or replay. */
  static final int FAILED = 1;

  /** The command line itself, or a setting, is wrong. */
  static final int USAGE = 2;

  /** A call or plan was refused, or nothing was understood; nothing happened. */
  static final int REFUSED = 3;

  private ExitCode() {}
}
