package dev.cantilever.agent.model;

import dev.cantilever.vocabulary.event.ChatEvent.ModelUse;
import java.util.Locale;
import java.util.Optional;

/** What is left of a budget. One conversation, one thread. */
final class Purse {

  private final Budget budget;
  private long tokensIn;
  private long tokensOut;

  Purse(Budget budget) {
    this.budget = budget;
  }

  Budget budget() {
    return budget;
  }

  /** Why a question of about so many tokens is not asked; empty where it may be. */
  Optional<String> refusal(long tokens) {
    long foreseen = tokensIn + tokensOut + tokens;
    if (foreseen > budget.tokens()) {
      return Optional.of(
          "%,d tokens are used and the next question takes about %,d, more than the %,d of this conversation (CANTILEVER_LLM_TOKENS)"
              .formatted(tokensIn + tokensOut, tokens, budget.tokens()));
    }
    double cost = cost(tokens);
    return budget
        .money()
        .filter(most -> cost > most)
        .map(
            most ->
                String.format(
                    Locale.ROOT,
                    "with the next question the model would have cost %.4f, more than the %.4f of this conversation (CANTILEVER_LLM_MONEY)",
                    cost,
                    most));
  }

  private double cost(long more) {
    return budget.price().map(price -> price.of(tokensIn + more, tokensOut)).orElse(0.0);
  }

  void spend(ModelUse use) {
    tokensIn += use.tokensIn();
    tokensOut += use.tokensOut();
  }
}
