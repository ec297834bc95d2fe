package dev.cantilever.agent.app;

/** A setting is missing or wrong; the message says which and what to write. */
public final class ConfigurationProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigurationProblem(String message) {
    super(message);
  }
}
