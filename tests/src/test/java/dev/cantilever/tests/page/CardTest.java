package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.web.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A plan as a card: read, changed, denied, and approved by a click that was meant. */
@InABrowser
class CardTest {

  private static final int TRIES = 5;

  @TempDir private Path home;
  private Served served;
  private Browser browser;

  @BeforeEach
  void open() {
    served = new Served(home, Limits.USUAL);
    browser = Browser.at(served.port());
  }

  @AfterEach
  void close() {
    browser.close();
    served.close();
  }

  private void plan() {
    browser
        .with(served.secret(Role.OPERATOR))
        .open("#/approvals/plan/" + Campaigns.checked(served, 30));
    browser.see(".card .approve");
  }

  private int runs() {
    return served.get(Role.VIEWER, "/api/runs").json().path("runs").size();
  }

  @Test
  void whoHasNoTokenIsAskedForOne() {
    browser.open("");
    browser.see("h1", "Who are you?");
    browser.fill("input[type=password]", served.secret(Role.OPERATOR)).type(Keys.ENTER);
    browser.see("#standing", "operator");
  }

  @Test
  void neitherEnterNorAHastyClickApproves() throws InterruptedException {
    String hash = Campaigns.checked(served, 30);
    browser.with(served.secret(Role.OPERATOR));
    for (int i = 0; i < TRIES; i++) {
      browser.open("").open("#/approvals/plan/" + hash);
      browser.see(".card .approve");
      browser.run("document.querySelector('.approve').focus()");
      browser.run("document.querySelector('.approve').click()"); // by a script, and at once
      browser.mouse().click(browser.see(".card .approve")).perform(); // within 800 ms
      browser.type(Keys.ENTER);
      Thread.sleep(900);
      browser.run("document.querySelector('.approve').focus()");
      browser.type(Keys.ENTER, Keys.RETURN);
      browser.run("document.querySelector('.approve').click()");
    }
    Thread.sleep(500);
    Figures.atMost(
        "page-1c",
        "approvals by Enter, by a script or within 800 ms",
        runs(),
        "of " + 5 * TRIES,
        0,
        "-");
    assertThat(runs()).isZero();
    browser.run("document.querySelector('.approve').focus()");
    browser.type(Keys.SPACE);
    browser.see(".experiment");
    assertThat(runs()).isOne();
  }

  @Test
  void aCardTellsExactValuesLimitsCostAndUndo() {
    plan();
    assertThat(browser.see(".card").getText())
        .contains("campaign.start", "8.5 V", "cannot be undone", "bias", "-10 V", "At most");
    browser.see(".card .rehearsal li", "instrument time");
    browser.click(".card .pictures summary");
    browser.see(".card iframe");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aChangedPlanIsCheckedAndShownWithAHashOfItsOwn() {
    plan();
    String before = (String) browser.run("return location.hash");
    browser.click(".card button", "Edit");
    browser.fill(".card label:has(input) input", "");
    browser.run(
        """
        const label = [...document.querySelectorAll('.card label')].find((one) => one.firstChild.data === 'points');
        const input = label.querySelector('input');
        input.value = '12';
        input.dispatchEvent(new Event('input'));
        const first = document.querySelector('.card label input');
        first.value = '{"kind": "log_expected_improvement"}';
        first.dispatchEvent(new Event('input'));""");
    browser.click(".card button", "Check the changed plan");
    browser.see(".card .approve");
    assertThat(browser.run("return location.hash")).isNotEqualTo(before);
    assertThat(browser.see(".card .steps").getText()).containsPattern("points\\s+12");
  }

  @Test
  void aChangeThatTheServerRefusesSaysWhyAndLosesNothing() {
    plan();
    browser.click(".card button", "Edit");
    browser.run(
        """
        const label = [...document.querySelectorAll('.card label')].find((one) => one.firstChild.data === 'bias amplitude');
        const input = label.querySelector('input');
        input.value = '99 V';
        input.dispatchEvent(new Event('input'));""");
    browser.click(".card button", "Check the changed plan");
    assertThat(browser.see(".card .notice.bad").getText()).contains("99 V");
    browser.see(".card button", "Back");
  }

  @Test
  void aDeniedPlanDoesNotRun() {
    plan();
    browser.click(".card button", "Deny");
    browser.see("h1", "Declined");
    assertThat(runs()).isZero();
  }

  @Test
  void whatSomebodyElseAsksForWaitsForAYesHere() {
    String hash = Campaigns.checked(served, 30);
    served.post(Role.OPERATOR, "/api/plans/" + hash + "/request", "{}");
    browser.with(served.secret(Role.OPERATOR)).open("#/approvals");
    browser.see("#standing", "1 waiting for a yes");
    browser.fill("[data-ticket=ticket-1] input", "not with this sample");
    browser.click("[data-ticket=ticket-1] button", "Deny");
    browser.see("table", "denied");
    assertThat(browser.text()).contains("ticket-1");
  }
}
