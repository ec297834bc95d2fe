package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.vocabulary.id.TicketId;
import picocli.CommandLine.Parameters;

/** Which approval. */
final class TicketArgument {

  @Parameters(paramLabel = "TICKET", description = "For example ticket-3; approvals lists all.")
  private String name;

  TicketId ticket() {
    if (!TicketId.FORM.matcher(name).matches()) {
      throw new ConfigurationProblem(
          "\"%s\" is no ticket; ./cantilever approvals lists all".formatted(name));
    }
    return new TicketId(name);
  }
}
