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

  private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

  /** Where pictures of the page are put to be looked at. */
  private static final Path PICTURES = Path.of("target", "page");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final String origin;

  private Browser(ChromeDriver driver, String origin) {
    this.driver = driver;
    this.origin = origin;
  }

  /** At the page of the server at this port; the test is skipped where there is no browser. */
  public static Browser at(int port) {
    Optional<String> chromium = first(PLACES);
    Optional<String> chromedriver = first(DRIVERS);
    Assumptions.assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "Chromium and its driver are not installed (apt-get install chromium chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow());
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
            .usingDriverExecutable(new File(chromedriver.orElseThrow()))
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
        () -> driver.findElements(By.cssSelector(css)).stream().filter(WebElement::isDisplayed).findFirst());
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
                  .filter(one -> one.isDisplayed() && one.isEnabled() && one.getText().contains(text))
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
    throw new AssertionError("waited for: %s%nThe page says:%n%s%n%s".formatted(what, text(), complaints()));
  }

  /** What the browser complained of: errors of scripts, and whatever the policy forbade. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Nothing overlaps the edge: the page is no wider than the window. */
  public Browser fits() {
    Object over = run("return document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) over).intValue()).as("pixels that the page is too wide").isLessThanOrEqualTo(0);
    return this;
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
