package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.request.PlanCard;
import dev.cantilever.agent.request.RehearsalText;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.rehearsal.Effort;
import dev.cantilever.vocabulary.plan.Plan;

/** What a person sees before saying yes. */
final class Card {

  private final Installation installation;
  private final Screen screen;

  Card(Installation installation, Screen screen) {
    this.installation = installation;
    this.screen = screen;
  }

  /** Shows a plan that was checked before; the cost is told anew. */
  void show(Plan plan) {
    PlanCard.lines(installation, plan).forEach(screen::say);
  }

  /** Shows what becomes of a plan on copies of simulated instruments, as far as that is quick. */
  void rehearse(Plan plan) {
    if (Instruments.of(plan).isEmpty()) {
      return;
    }
    screen.say("Rehearsing");
    RehearsalText.of(installation.rehearsal(state -> {}).of(plan, Effort.SHORT))
        .forEach(line -> screen.say("  " + line));
  }
}
