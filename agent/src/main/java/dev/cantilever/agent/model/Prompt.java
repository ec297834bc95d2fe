package dev.cantilever.agent.model;

import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A versioned prompt that ships; its hash stands in the journal. */
record Prompt(String text, Hash hash) {

  static Prompt shipped(String name) {
    try (InputStream stream =
        Prompt.class.getResourceAsStream("/dev/cantilever/prompts/" + name + ".md")) {
      if (stream == null) {
        throw new IllegalStateException("the prompt " + name + " does not ship");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new Prompt(text, Hash.of(text));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String with(String slot, String value) {
    return text.replace("{{" + slot + "}}", value);
  }
}
