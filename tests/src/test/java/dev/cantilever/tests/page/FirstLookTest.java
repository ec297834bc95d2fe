package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.web.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A sentence, a plan, a yes that is meant. */
class FirstLookTest {

  @TempDir private Path home;

  @Test
  void whoHasNoTokenIsAskedForOne() {
    try (Served served = new Served(home, Limits.USUAL);
        Browser browser = Browser.at(served.port())) {
      browser.open("");
      browser.see("h1", "Who are you?");
      browser.fill("input[type=password]", served.secret(Role.OPERATOR)).type(Keys.ENTER);
      browser.see("#standing", "operator");
      assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }

  @Test
  void aSentenceBecomesAPlanThatEnterDoesNotApprove() {
    try (Served served = new Served(home, Limits.USUAL);
        Browser browser = Browser.at(served.port())) {
      browser.with(served.secret(Role.OPERATOR)).open("#/work");
      browser.fill(".say textarea", "Map the loop area of the film, 30 points").type(Keys.ENTER);
      browser.see(".card h2");
      browser.see(".card .limit", "bias");
      browser.picture("card");
      browser.run("document.querySelector('.approve').focus()");
      browser.type(Keys.ENTER);
      assertThat(served.get(Role.VIEWER, "/api/runs").json().path("runs")).isEmpty();
      browser.click(".approve");
      browser.see(".turn", "run-0001");
      browser.picture("approved");
    }
  }
}
