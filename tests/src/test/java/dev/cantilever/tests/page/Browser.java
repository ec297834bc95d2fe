package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of this machine, as somebody sits before it. Nothing is downloaded. */
public final class Browser implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

  /** Where pictures of the page are put to be looked at. */
  private static final Path PICTURES = Path.of("target", "page");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String FLAWS =
      """
      const found = [];
      const over = document.documentElement.scrollWidth - window.innerWidth;
      if (over > 0) found.push(`the page is ${over} px too wide`);
      const boxes = [];
      const walker = document.createTreeWalker(document.getElementById('place'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && boxes.length < 1500) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        if (!node.data.trim() || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const closed = parent.closest('details:not([open])');
        if (closed && !parent.closest('summary')) continue;
        if (parent.closest('.hidden-text, [aria-hidden=true], option, footer, textarea')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width > 2 && box.height > 2) boxes.push({ box, node, scrolls: parent.closest('.table, .talk, pre, [data-scrolls]') });
        }
      }
      for (let i = 0; i < boxes.length; i++) {
        for (let k = i + 1; k < boxes.length; k++) {
          const a = boxes[i].box;
          const b = boxes[k].box;
          if (boxes[i].node === boxes[k].node || boxes[i].scrolls !== boxes[k].scrolls) continue;
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > 3 && high > 0.4 * Math.min(a.height, b.height)) {
            found.push(`"${boxes[i].node.data.trim().slice(0, 40)}" lies over "${boxes[k].node.data.trim().slice(0, 40)}"`);
          }
        }
      }
      return found.slice(0, 10);""";

  private final ChromeDriver driver;
  private final String origin;

  private Browser(ChromeDriver driver, String origin) {
    this.driver = driver;
    this.origin = origin;
  }

  /** Whether one is installed. */
  public static boolean isHere() {
    return first(PLACES).isPresent() && first(DRIVERS).isPresent();
  }

  /** At the page of the server at this port; the test is skipped where there is no browser. */
  public static Browser at(int port) {
    Assumptions.assumeTrue(
        isHere(),
        "Chromium and its driver are not installed (apt-get install chromium chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(first(PLACES).orElseThrow());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--window-size=1280,900");
    LoggingPreferences everything = new LoggingPreferences();
    everything.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", everything);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(first(DRIVERS).orElseThrow()))
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options), "http://127.0.0.1:" + port);
  }

  private static Optional<String> first(List<String> places) {
    return places.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
  }

  /** Uses this token from now on, as if it had been entered. */
  public Browser with(String token) {
    driver.get(origin + "/page/vendor/uPlot-LICENSE.txt");
    run("localStorage.setItem('cantilever-token', arguments[0])", token);
    driver.manage().logs().get(LogType.BROWSER); // of this place nothing is of interest
    return this;
  }

  /** Goes to a view, such as {@code #/runs}. */
  public Browser open(String hash) {
    driver.get(origin + "/" + hash);
    return this;
  }

  /** A window of this size; 390 is a telephone. */
  public Browser sized(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
    return this;
  }

  /** Dark or light, as the person's machine is set. */
  public Browser coloured(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    return this;
  }

  /** The element, once it is there and shown. */
  public WebElement see(String css) {
    return awaited(
        "see " + css,
        () ->
            driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst());
  }

  /** The element that has this text, once it is there and shown. */
  public WebElement see(String css, String text) {
    return awaited(
        "see " + css + " with \"" + text + "\"",
        () ->
            driver.findElements(By.cssSelector(css)).stream()
                .filter(one -> one.isDisplayed() && one.getText().contains(text))
                .findFirst());
  }

  /** All that are there now. */
  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** All text of the page that can be seen. */
  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Clicks, once it is there and can be. */
  public Browser click(String css) {
    return click(css, "");
  }

  /** The same for the one with this text. */
  public Browser click(String css, String text) {
    awaited(
        "click " + css + " with \"" + text + "\"",
        () -> {
          Optional<WebElement> found =
              all(css).stream()
                  .filter(
                      one -> one.isDisplayed() && one.isEnabled() && one.getText().contains(text))
                  .findFirst();
          found.ifPresent(this::clicked);
          return found;
        });
    return this;
  }

  /** In the middle of the window, where nothing that is always there covers it. */
  private void clicked(WebElement element) {
    run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  /** Types into what has the focus. */
  public Browser type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Replaces what stands in a field. */
  public Browser fill(String css, String text) {
    WebElement field = see(css);
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    field.sendKeys(text);
    return this;
  }

  public Actions mouse() {
    return new Actions(driver);
  }

  /** What a script of the test gives; for what cannot be seen otherwise. */
  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Waits until it gives something. */
  public <T> T awaited(String what, Supplier<Optional<T>> found) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        Optional<T> one = found.get();
        if (one.isPresent()) {
          return one.get();
        }
        Thread.sleep(40);
      } catch (NoSuchElementException
          | StaleElementReferenceException
          | ElementClickInterceptedException drawnAnew) {
        // looked at in the middle of a change
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
    picture("failed");
    throw new AssertionError(
        "waited for: %s%nThe page says:%n%s%n%s".formatted(what, text(), complaints()));
  }

  /** What the browser complained of: errors of scripts, and whatever the policy forbade. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The page is no wider than the window, and no text lies over another. */
  public Browser fits() {
    assertThat(flaws()).isEmpty();
    return this;
  }

  /** Waits until nothing is loading any more and nothing has changed for a moment. */
  public Browser settled() {
    run(
        """
        return new Promise((done) => {
          let timer;
          const again = () => { clearTimeout(timer); timer = setTimeout(done, 400); };
          new MutationObserver(again).observe(document.getElementById('place'), { childList: true, subtree: true });
          setTimeout(done, 5000);
          again();
        })""");
    return this;
  }

  /** How far things have jumped since the page was opened: cumulative layout shift. */
  public double jumps() {
    Object sum =
        run(
            """
            return new Promise((done) => {
              new PerformanceObserver((list) => done(list.getEntries()
                .filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0)))
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(0), 100);
            })""");
    return ((Number) sum).doubleValue();
  }

  /** What is wider than the window, cut off in its box, or lies over another piece of text. */
  public List<String> flaws() {
    @SuppressWarnings("unchecked") // a list of texts, by the script
    List<String> flaws = (List<String>) run(FLAWS);
    return flaws;
  }

  /** A picture of the window, to be looked at. */
  public Path picture(String name) {
    try {
      Path file = Files.createDirectories(PICTURES).resolve(name + ".png");
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
