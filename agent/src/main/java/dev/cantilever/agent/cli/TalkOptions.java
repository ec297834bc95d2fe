package dev.cantilever.agent.cli;

import picocli.CommandLine.Option;

/** What demo, ask and chat have in common. */
final class TalkOptions {

  @Option(
      names = "--planner",
      paramLabel = "NAME",
      defaultValue = "grammar",
      description = {
        "Who turns the sentence into a plan: grammar (built in, needs no key) or llm",
        "(set CANTILEVER_LLM to openai, anthropic or ollama, CANTILEVER_LLM_MODEL,",
        "and as needed CANTILEVER_LLM_URL and CANTILEVER_LLM_KEY; docs/models.md has the rest)."
      })
  String planner;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of every random choice, unless the sentence says another.")
  long seed;

  @Option(names = "--yes", description = "Approves the plan without asking.")
  boolean yes;

  @Option(
      names = "--json",
      description = "The last line of standard output is one JSON object with the outcome.")
  boolean json;
}
