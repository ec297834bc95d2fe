package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Protocol;
import dev.cantilever.agent.mcp.StdioWire;
import dev.cantilever.agent.mcp.ToolFaces;
import dev.cantilever.agent.mcp.sdk.SdkProtocol;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serves the tools to a host that speaks the Model Context Protocol, over standard input and"
          + " output.",
      "What acts on an instrument is refused there: a person approves a plan at the console."
    })
final class McpCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Option(
      names = "--underscores",
      description = "Lists surrogate_fit for surrogate.fit, for hosts that take no dots in names.")
  private boolean underscores;

  @Override
  public Integer call() throws Exception {
    PrintStream wire = System.out;
    System.setOut(System.err); // whoever prints must not break the protocol
    try (Desk desk = home.installation().desk();
        Protocol protocol = protocol(desk)) {
      new StdioWire(protocol.open(), wire).serve(System.in);
    }
    return ExitCode.OK;
  }

  private Protocol protocol(Desk desk) {
    ToolFaces.Naming naming = underscores ? ToolFaces.Naming.UNDERSCORES : ToolFaces.Naming.DOTS;
    String version = Installation.SOFTWARE.substring(Installation.SOFTWARE.indexOf(' ') + 1);
    return new SdkProtocol(new Offer(new ToolFaces(desk, naming)), version, McpCommand::log);
  }

  private static void log(String line) {
    System.err.println("cantilever mcp: " + Printable.of(line));
  }
}
