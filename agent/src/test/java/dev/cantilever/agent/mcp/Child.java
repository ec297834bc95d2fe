package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The program as a process of its own, with one home, serving the protocol. */
record Child(Path home) {

  /** The command line of {@code mcp} with these arguments. */
  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.cantilever.agent.cli.Main", "mcp"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.toString()));
    return command;
  }

  /** The SDK's own client over standard input and output of a new process. */
  McpSyncClient sdkClient(String... arguments) {
    List<String> command = command(arguments);
    ServerParameters program =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .build();
    return sdkClient(
        new StdioClientTransport(program, new JacksonMcpJsonMapper(new ObjectMapper())),
        client -> client);
  }

  static McpSyncClient sdkClient(
      McpClientTransport transport, UnaryOperator<McpClient.SyncSpec> more) {
    McpSyncClient client =
        more.apply(McpClient.sync(transport))
            .clientInfo(Implementation.builder("test-host", "7").build())
            .requestTimeout(Duration.ofMinutes(1))
            .initializationTimeout(Duration.ofMinutes(1))
            .enableCallToolSchemaCaching(true)
            .build();
    client.initialize();
    return client;
  }

  /** Those of copies on which plans are rehearsed do not count. */
  private boolean isLedger(Path file) {
    return file.endsWith("ledger.tsv") && !file.startsWith(home.resolve("rehearsals"));
  }

  /** Lines of the ledgers that the instruments keep themselves; none where nothing ever moved. */
  List<String> deeds() {
    try (Stream<Path> files = Files.walk(home)) {
      List<String> deeds = new ArrayList<>();
      for (Path file : files.filter(this::isLedger).toList()) {
        deeds.addAll(Files.readAllLines(file));
      }
      return deeds;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
