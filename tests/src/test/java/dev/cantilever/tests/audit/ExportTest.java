package dev.cantilever.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tests.firstlight.Program;
import dev.cantilever.tools.audit.Export;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported run in the hands of somebody who has a JDK and nothing of ours. */
class ExportTest {

  private static final RunId DESK = new RunId("desk");

  @TempDir(factory = InMemory.class)
  private Path folder;

  private Wishes wishes;
  private Path crate;

  @BeforeEach
  void name() {
    wishes = new Wishes(folder.resolve("home"));
    crate = folder.resolve("run.zip");
  }

  private Home home() {
    return wishes.installation().home();
  }

  private RunId aRun() {
    return wishes.grant("map the loop area with 12 points, 6 at a time", 7).run();
  }

  /** Several checkpoints, so that there are proofs between them. */
  private void aLongTalk() {
    for (int part = 0; part < 3; part++) {
      try (RunLog log = home().openDesk()) {
        List<ChatEvent.Said> talk =
            IntStream.range(0, 6).mapToObj(i -> new ChatEvent.Said("sentence " + i)).toList();
        log.append(Wishes.PERSON, talk, List.of());
      }
    }
  }

  @Test
  void aJdkAloneChecksIt() throws Exception {
    RunId run = aRun();
    assertThat(Export.write(home(), run, crate)).isEmpty();
    Program.Ended good = verifier();
    assertThat(good.out())
        .contains("cantilever/" + run + ": intact", "signed by cantilever+", "data 12");
    assertThat(good.exitCode()).isZero();

    Map<String, byte[]> files = files();
    byte[] log = files.get("log.jsonl");
    log[log.length / 2] ^= 1;
    pack(files);
    Program.Ended bad = verifier();
    assertThat(bad.out()).containsPattern("entry \\d+: its text does not fit its hash");
    assertThat(bad.exitCode()).isEqualTo(1);

    String other = "cantilever+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assertThat(verifier(other).out()).contains("checkpoint 1: is not signed by " + other);
    Files.writeString(crate, "no zip");
    assertThat(verifier().exitCode()).isEqualTo(2);
  }

  /** In a folder of its own, with nothing on its path. */
  private Program.Ended verifier(String... key) throws IOException, InterruptedException {
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Files.copy(
        ExportTest.class.getResourceAsStream("/offline/Verifier.java"),
        alone.resolve("Verifier.java"),
        StandardCopyOption.REPLACE_EXISTING);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "Verifier.java"));
    command.add(crate.toString());
    command.addAll(List.of(key));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(alone.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program.Ended(process.waitFor(), out);
  }

  @Test
  void theShippedTextIsThatOfTheCrateAndCompilesWithoutAWarning() throws IOException {
    aLongTalk();
    Export.write(home(), DESK, crate);
    assertThat(new String(files().get("Verifier.java"), StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(Path.of("../tools/src/main/resources/offline/Verifier.java")));
    compiled();
  }

  private Class<?> compiled() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path source = Path.of("../tools/src/main/resources/offline/Verifier.java");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        compiler.run(
            null,
            said,
            said,
            "--release",
            "17",
            "-Xlint:all",
            "-Werror",
            "-cp",
            classes.toString(),
            "-d",
            classes.toString(),
            source.toString());
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    try {
      return new URLClassLoader(new URL[] {classes.toUri().toURL()}, null).loadClass("Verifier");
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A byte in turn of everything that proves something; one bit of each, another every time. */
  @Test
  void everyFlippedByteOfLogHashesCheckpointsAndProofsIsFound() throws Exception {
    aLongTalk();
    Export.write(home(), DESK, crate);
    Map<String, byte[]> files = files();
    assertThat(files.keySet()).anyMatch(name -> name.startsWith("proofs/consistency-"));
    Class<?> verifier = compiled();
    assertThat(findings(verifier, files)).isEmpty();
    files.keySet().removeAll(List.of("Verifier.java", "prov.json", "ro-crate-metadata.json"));
    int flips = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] bytes = file.getValue();
      for (int at = 0; at < bytes.length; at += file.getKey().equals("log.jsonl") ? 7 : 1) {
        bytes[at] ^= (byte) (1 << (at % 8));
        assertThat(findings(verifier, files)).as("%s, byte %d", file.getKey(), at).isNotEmpty();
        bytes[at] ^= (byte) (1 << (at % 8));
        flips++;
      }
    }
    assertThat(flips).isGreaterThan(2_500);
  }

  @Test
  void everyFlippedByteOfAProofThatAnEntryIsInTheLogIsFound() throws Exception {
    Export.write(home(), aRun(), crate);
    Map<String, byte[]> files = files();
    Class<?> verifier = compiled();
    List<String> proofs =
        files.keySet().stream().filter(name -> name.startsWith("proofs/inclusion-")).toList();
    assertThat(proofs).hasSize(3);
    for (String name : proofs) {
      byte[] bytes = files.get(name);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] ^= (byte) (1 << (at % 8));
        assertThat(findings(verifier, files).toString()).as("byte %d", at).contains(name);
        bytes[at] ^= (byte) (1 << (at % 8));
      }
    }
  }

  @Test
  void aShortenedReorderedOrSplicedLogIsFound() throws Exception {
    aLongTalk();
    Export.write(home(), DESK, crate);
    Class<?> verifier = compiled();
    Map<String, byte[]> whole = files();
    List<String> log = new String(whole.get("log.jsonl"), StandardCharsets.UTF_8).lines().toList();
    List<String> leaves =
        new String(whole.get("leaves.txt"), StandardCharsets.UTF_8).lines().toList();
    for (int left : List.of(0, 1, 6, 12, log.size() - 1)) {
      Map<String, byte[]> shorter = new TreeMap<>(whole);
      shorter.put("log.jsonl", lines(log.subList(0, left)));
      shorter.put("leaves.txt", lines(leaves.subList(0, left)));
      assertThat(findings(verifier, shorter))
          .as("%d left", left)
          .anyMatch(
              finding -> finding.toString().startsWith("entry %d: is missing".formatted(left)));
    }
    Map<String, byte[]> swapped = new TreeMap<>(whole);
    swapped.put("log.jsonl", lines(swap(log)));
    swapped.put("leaves.txt", lines(swap(leaves)));
    assertThat(findings(verifier, swapped).toString())
        .contains("entry 3: is not the line", "entry 4: is not the line", "entries 0 to ");
  }

  private static List<String> swap(List<String> lines) {
    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, 3, 4);
    return swapped;
  }

  private static byte[] lines(List<String> lines) {
    return String.join("", lines.stream().map(line -> line + "\n").toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<?> findings(Class<?> verifier, Map<String, byte[]> files) throws Exception {
    Constructor<?> make = verifier.getDeclaredConstructor(Map.class, String.class);
    make.setAccessible(true);
    Method check = verifier.getDeclaredMethod("check");
    check.setAccessible(true);
    return (List<?>) check.invoke(make.newInstance(files, ""));
  }

  @Test
  void whatIsBrokenOrNotSignedIsNotExported() throws IOException {
    RunId run = aRun();
    Path checkpoints = home().folder(run).resolve("journal.checkpoints");
    Path away = home().evidence(run).orElseThrow().files().getFirst();
    Files.delete(away);
    Files.writeString(checkpoints, "nothing\n");
    assertThat(Export.write(home(), run, crate).orElseThrow()).contains("verify says where");
    assertThat(crate).doesNotExist();
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(crate.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private void pack(Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(crate);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }
}
