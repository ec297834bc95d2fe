package dev.cantilever.agent.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedNamesTest {

  private static final AllowedNames HERE = AllowedNames.ofThisMachine();

  @Test
  void aNameIsAllowedWithAndWithoutPortAndInAnyCase() {
    for (String host : List.of("localhost", "LocalHost:80", "127.0.0.1:7410", "[::1]:7410")) {
      assertThat(HERE.isHost(host)).as(host).isTrue();
      assertThat(HERE.isOrigin("http://" + host)).as(host).isTrue();
    }
    AllowedNames more = HERE.and(List.of("Lab.example.org"));
    assertThat(more.isHost("lab.example.org:7410")).isTrue();
    assertThat(more.isHost("localhost")).isTrue();
    assertThat(HERE.isHost("lab.example.org")).isFalse();
  }

  @Test
  void whatOnlyBeginsOrEndsLikeANameIsAnother() {
    for (String host :
        List.of(
            "",
            "localhost.",
            "localhost.example.org",
            "xlocalhost",
            "localhost:",
            "localhost:x",
            "localhost:123456",
            "a@localhost",
            "localhost/",
            "localhost\n",
            "::1",
            "[::1",
            "*")) {
      assertThat(HERE.isHost(host)).as(host).isFalse();
      assertThat(HERE.isOrigin("http://" + host)).as(host).isFalse();
    }
    for (String origin : List.of("null", "localhost", "//localhost", "ws://localhost", "*")) {
      assertThat(HERE.isOrigin(origin)).as(origin).isFalse();
    }
  }

  @Test
  void aNameWithPortOrSlashIsRefused() {
    for (String name : List.of("", "lab:80", "http://lab", "lab/x", "*", "a b")) {
      assertThatThrownBy(() -> HERE.and(List.of(name)))
          .hasMessageContaining("is no name of a host");
    }
  }
}
