package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.SharedDesk;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.mcp.HostApproval;
import dev.cantilever.agent.mcp.HostTool;
import dev.cantilever.agent.mcp.HttpWire;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Pages;
import dev.cantilever.agent.mcp.Protocol;
import dev.cantilever.agent.mcp.RequestPlan;
import dev.cantilever.agent.mcp.RunPlan;
import dev.cantilever.agent.mcp.Starts;
import dev.cantilever.agent.mcp.StdioWire;
import dev.cantilever.agent.mcp.ToolFaces;
import dev.cantilever.agent.mcp.sdk.SdkProtocol;
import dev.cantilever.agent.request.Requests;
import dev.cantilever.agent.request.RunningTickets;
import dev.cantilever.tools.instrument.node.TokenFile;
import dev.cantilever.tools.schema.Legible;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serves the tools to a host that speaks the Model Context Protocol, over standard input and"
          + " output or HTTP.",
      "What acts on an instrument is refused there, but for plans that a person approves at the"
          + " console."
    })
final class McpCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      description =
          "Serves over HTTP at /mcp until it is interrupted; port 0 for any that is free.")
  private String http;

  @Option(
      names = "--token",
      paramLabel = "FILE",
      description =
          "Whoever knows its line may ask over HTTP; mcp-token.txt of the home if not given.")
  private Path token;

  @Option(
      names = "--underscores",
      description = "Lists surrogate_fit for surrogate.fit, for hosts that take no dots in names.")
  private boolean underscores;

  @Option(
      names = "--approve-in-host",
      description =
          "Lets hosts put the approval of a plan before a person themselves, where nothing of it"
              + " is irreversible. The host is then trusted to ask a person and not to answer in"
              + " their place: nobody here can see who says yes.")
  private boolean approveInHost;

  @Override
  public Integer call() throws Exception {
    PrintStream wire = System.out;
    System.setOut(System.err); // whoever prints must not break the protocol
    Installation installation = home.installation();
    try (Desk desk = installation.desk();
        RunningTickets running = new RunningTickets(installation);
        Protocol protocol = protocol(installation, desk, running)) {
      if (http == null) {
        new StdioWire(protocol.open(), wire).serve(System.in);
      } else {
        serve(installation, protocol);
      }
    }
    return ExitCode.OK;
  }

  private Protocol protocol(Installation installation, Desk desk, RunningTickets running) {
    SharedDesk shared = new SharedDesk(desk);
    Requests requests = new Requests(installation, shared);
    HostApproval approval = new HostApproval(installation.home(), requests, approveInHost);
    List<HostTool> more = List.of(new RequestPlan(requests), new RunPlan(running, approval));
    ToolFaces.Naming naming = underscores ? ToolFaces.Naming.UNDERSCORES : ToolFaces.Naming.DOTS;
    Offer offer =
        new Offer(
            new ToolFaces(shared, more, naming),
            new Pages(installation.home(), installation.calls()),
            new Starts(Recipes.shipped()));
    String version = Installation.SOFTWARE.substring(Installation.SOFTWARE.indexOf(' ') + 1);
    return new SdkProtocol(offer, version, SdkProtocol.PATIENCE, McpCommand::log);
  }

  private void serve(Installation installation, Protocol protocol) throws Exception {
    InetSocketAddress address = HostAndPort.of("--http", http);
    Path secret =
        token == null ? installation.home().instruments().resolveSibling("mcp-token.txt") : token;
    // Read once by the JDK's server: answers are not held back, and who sends no request is let go.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    try (HttpWire wire = HttpWire.open(protocol, address, TokenFile.at(secret))) {
      log("serving at http://%s:%d/mcp".formatted(address.getHostString(), wire.port()));
      log("a host needs the token in %s".formatted(secret));
      if (!address.getAddress().isLoopbackAddress()) {
        log("whoever hears the network reads the token; put a tunnel around it");
      }
      Interruption.await();
    }
  }

  private static void log(String line) {
    System.err.println("cantilever mcp: " + Legible.of(line));
  }
}
