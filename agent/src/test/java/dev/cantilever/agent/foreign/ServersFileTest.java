package dev.cantilever.agent.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.foreign.wire.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServersFileTest {

  @TempDir private Path home;

  private ServersFile.Read read(String yaml) throws IOException {
    Files.writeString(home.resolve(ServersFile.NAME), yaml);
    return ServersFile.in(home);
  }

  private ServersFile.Read one(String entry) throws IOException {
    return read("servers:\n  - {%s}".formatted(entry));
  }

  @Test
  void whereThereIsNoneThereAreNoServers() {
    assertThat(ServersFile.in(home)).isEqualTo(new ServersFile.Read(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: a, command: python3, arguments: [a.py]",
        "name: a, command: /usr/bin/python3, environment: [LANG], seconds: 60",
        "name: a1, url: 'https://example.org/mcp', token_file: t.txt",
        "name: a, url: 'http://127.0.0.1:8000/mcp'",
        "name: a, url: 'http://localhost:8000/mcp'",
        "name: a, url: 'http://[::1]:8000/mcp'"
      })
  void takesProgramsAndSafePlaces(String entry) throws IOException {
    assertThat(one(entry).problems()).isEmpty();
    assertThat(one(entry).servers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: A, command: a | is not of the form",
        "name: a_b, command: a | is not of the form",
        "name: a | needs either a command or a url",
        "name: a, command: a, url: 'https://b' | needs either a command or a url",
        "name: a, command: ./a | absolute path or a name on the path",
        "name: a, command: ../a | absolute path or a name on the path",
        "name: a, url: 'http://example.org/mcp' | neither https nor http on this machine",
        "name: a, url: 'http://127.0.0.1.example.org/' | neither https nor http on this machine",
        "name: a, url: 'https://me:word@example.org/' | neither https nor http on this machine",
        "name: a, url: 'file:///etc/passwd' | neither https nor http on this machine",
        "name: a, url: 'ht tp' | has a url that is none",
        "name: a, url: 'https://b', arguments: [c] | has arguments without a command",
        "name: a, command: b, token_file: c | only goes with a url",
        "name: a, command: b, environment: [CANTILEVER_LLM_KEY] | cannot get the settings",
        "name: a, command: b, seconds: 61 | [1, 60]",
        "name: a, command: b, cwd: / | there is no such field",
        "command: b | is missing"
      })
  void refusesEverythingElseAndSaysWhy(String entry, String why) throws IOException {
    ServersFile.Read read = one(entry);
    assertThat(read.servers()).isEmpty();
    assertThat(String.join("; ", read.problems())).contains(ServersFile.NAME, why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "servers", "servers: 3", "- a", "servers: []\nservers: []", "{", "a: b"})
  void refusesWhatIsNoSuchFile(String text) throws IOException {
    assertThat(read(text).problems())
        .isNotEmpty()
        .allMatch(one -> one.startsWith(ServersFile.NAME));
  }

  @Test
  void twoOfOneNameAreNone() throws IOException {
    String entry = "  - {name: a, command: b}\n";
    assertThat(read("servers:\n" + entry + entry).problems().getFirst())
        .contains("stands there twice");
  }

  @Test
  void aServerThatIsReachedInAnotherWayIsAnother() throws IOException {
    String print = one("name: a, command: b, arguments: [c]").servers().getFirst().fingerprint();
    assertThat(
            one("name: a, command: b, arguments: [c], seconds: 9")
                .servers()
                .getFirst()
                .fingerprint())
        .isEqualTo(print);
    assertThat(one("name: a, command: b, arguments: [d]").servers().getFirst().fingerprint())
        .isNotEqualTo(print);
    ForeignServer server = one("name: a, command: b").servers().getFirst();
    assertThat(((Address.Program) server.address()).folder()).isEqualTo(home);
  }
}
