package dev.cantilever.agent.web.page;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.report.ReportFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the page. They hold nothing of anybody, so whoever reaches the server may see. */
public final class PageFiles {

  private static final String ROOT = "/page/";

  /**
   * Scripts and styles of this server alone, and the one style of reports, which are shown in a
   * frame; no text ever becomes markup.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' "
          + reportStyle()
          + "; img-src 'self' data: blob:;"
          + " connect-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8");

  private PageFiles() {}

  private static String reportStyle() {
    byte[] hash = Hash.of(ReportFile.style()).bytes();
    return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(hash));
  }

  /** The page itself, and what it is made of. */
  public static List<Route> routes() {
    return List.of(
        route("/", "The page for people.", TYPES.get("html"), asked -> file("index.html")),
        route(
            "/page/{room}/{asset}",
            "A script, style or picture of the page.",
            "text/plain",
            asked -> file(asked.part(PathPart.ROOM) + "/" + asked.part(PathPart.ASSET))));
  }

  private static Route route(String path, String summary, String type, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        new Access.Anybody(),
        Route.Lane.LOOKING,
        new Route.Facts(summary, List.of(), Optional.empty(), Route.Gives.other(type)),
        handler);
  }

  private static Reply file(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(ROOT + name)) {
      return in == null
          ? Reply.not(Trouble.notFound("the page has no such file"))
          : new Reply.Content(
              TYPES.get(name.substring(name.lastIndexOf('.') + 1)),
              in.readAllBytes(),
              Map.of(
                  "Content-Security-Policy", POLICY, "Cross-Origin-Opener-Policy", "same-origin"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a file of this program cannot be read", unreadable);
    }
  }
}
