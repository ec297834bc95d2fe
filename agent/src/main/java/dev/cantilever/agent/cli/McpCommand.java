package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.mcp.HttpWire;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Pages;
import dev.cantilever.agent.mcp.Protocol;
import dev.cantilever.agent.mcp.Starts;
import dev.cantilever.agent.mcp.StdioWire;
import dev.cantilever.agent.mcp.ToolFaces;
import dev.cantilever.agent.mcp.sdk.SdkProtocol;
import dev.cantilever.tools.instrument.node.TokenFile;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serves the tools to a host that speaks the Model Context Protocol, over standard input and"
          + " output or HTTP.",
      "What acts on an instrument is refused there: a person approves a plan at the console."
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

  @Override
  public Integer call() throws Exception {
    PrintStream wire = System.out;
    System.setOut(System.err); // whoever prints must not break the protocol
    Installation installation = home.installation();
    try (Desk desk = installation.desk();
        Protocol protocol = protocol(installation, desk)) {
      if (http == null) {
        new StdioWire(protocol.open(), wire).serve(System.in);
      } else {
        serve(installation, protocol);
      }
    }
    return ExitCode.OK;
  }

  private Protocol protocol(Installation installation, Desk desk) {
    ToolFaces.Naming naming = underscores ? ToolFaces.Naming.UNDERSCORES : ToolFaces.Naming.DOTS;
    Offer offer =
        new Offer(
            new ToolFaces(desk, naming),
            new Pages(installation.home()),
            new Starts(Recipes.shipped()));
    String version = Installation.SOFTWARE.substring(Installation.SOFTWARE.indexOf(' ') + 1);
    return new SdkProtocol(offer, version, McpCommand::log);
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
      new CountDownLatch(1).await(); // until the process is ended
    }
  }

  private static void log(String line) {
    System.err.println("cantilever mcp: " + Printable.of(line));
  }
}
