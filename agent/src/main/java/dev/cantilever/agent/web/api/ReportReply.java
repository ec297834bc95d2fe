package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A page that stands for itself: it loads nothing and runs nothing. */
final class ReportReply {

  private ReportReply() {}

  static Reply of(Path page) {
    try {
      return new Reply.Content(
          "text/html; charset=utf-8",
          Files.readAllBytes(page),
          Map.of(
              "Content-Security-Policy",
              "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the report cannot be read", unreadable);
    }
  }
}
