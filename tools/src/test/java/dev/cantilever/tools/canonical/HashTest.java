package dev.cantilever.tools.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

  /** FIPS 180-4, example "abc". */
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** SHA-256 of nothing. */
  private static final String NOTHING =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void isSha256() {
    assertThat(Hash.of("abc")).hasToString(ABC);
    assertThat(Hash.of("")).hasToString(NOTHING);
  }

  @Test
  void hashesTextAsUtf8() {
    assertThat(Hash.of("µ")).isEqualTo(Hash.of("µ".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void hashesPartsOneAfterTheOther() {
    assertThat(Hash.of(bytes("a"), bytes(""), bytes("bc"))).isEqualTo(Hash.of("abc"));
  }

  @Test
  void itsBytesMakeItAgain() {
    Hash hash = Hash.of("abc");
    assertThat(hash.bytes()).hasSize(32);
    assertThat(Hash.ofDigest(hash.bytes())).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha256:ba78", "md5:ba7816bf"})
  void refusesOtherForms(String text) {
    assertThat(Hash.isHash(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Hash(text));
  }

  @Test
  void refusesCapitalsAndAnythingAround() {
    String hexadecimal = ABC.substring("sha256:".length());
    assertThat(Hash.isHash("sha256:" + hexadecimal.replace('b', 'B'))).isFalse();
    assertThat(Hash.isHash(hexadecimal)).isFalse();
    assertThat(Hash.isHash(ABC + "\n")).isFalse();
    assertThat(Hash.isHash(" " + ABC)).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
