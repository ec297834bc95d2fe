package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.tools.file.content.UnreadableFile;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made to do harm, and those that are merely wrong: each refusal says what and where. */
class RefusalsTest {

  @Test
  void aRefusalNamesTheFileThePartWhatStoodThereAndWhatWasExpected() {
    UnreadableFile refusal = refusal("a.gsf", field("XRes = -4\nYRes = 2\n"));
    assertThat(refusal.file()).isEqualTo("a.gsf");
    assertThat(refusal.part()).isEqualTo("header, XRes");
    assertThat(refusal.found()).isEqualTo("-4");
    assertThat(refusal.expected()).startsWith("a number from 1");
    assertThat(refusal).hasMessage("a.gsf: header, XRes: found -4, expected " + refusal.expected());
  }

  @Test
  void textOfAFileIsShownWithoutControlCharactersAndShortened() {
    UnreadableFile refusal = refusal("a.gsf", field("XRes = \u001b[31m" + "9".repeat(500) + "\n"));
    assertThat(refusal.getMessage()).doesNotContain("\u001b").hasSizeLessThan(400);
  }

  @ParameterizedTest
  @CsvSource({
    "XRes = 2000000000\\nYRes = 2000000000\\n, data",
    "XRes = 2000000000\\nYRes = 1\\n, data",
    "XRes = 1e300\\nYRes = 1\\n, XRes",
    "XRes = 2.5\\nYRes = 1\\n, XRes",
    "XRes = NaN\\nYRes = 1\\n, header",
    "YRes = 1\\n, no XRes",
    "XRes = 1\\nYRes = 1\\nXReal = 0\\n, calibration of axis x",
    "XRes = 1\\nYRes = 1\\nYReal = inf\\n, header"
  })
  void sizesThatCannotBeAreRefusedBeforeAnythingIsAllocated(String header, String part) {
    UnreadableFile refusal = refusal("a.gsf", field(header.replace("\\n", "\n")));
    assertThat(refusal).hasMessageContaining(part);
    assertThat(refusal).hasNoCause();
  }

  @Test
  void aFileBeyondTheLimitsIsRefused() {
    byte[] chip = Samples.shipped("chip.gsf");
    assertThatThrownBy(() -> FileReader.read("chip.gsf", chip, new ReadLimits(1_000, 1L << 20)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("at most 1000 bytes");
    assertThatThrownBy(() -> FileReader.read("chip.gsf", chip, new ReadLimits(1L << 20, 80_000)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("90000 values");
  }

  @Test
  void whatIsNoFileIsRefused(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> FileReader.read(folder.resolve("absent.sxm")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("absent.sxm");
    assertThatThrownBy(() -> FileReader.read(folder)).isInstanceOf(UnreadableFile.class);
    Path empty = Files.createFile(folder.resolve("empty.ibw"));
    assertThatThrownBy(() -> FileReader.read(empty)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void bytesOfNoKnownKindAreRefusedWithTheirFirst() {
    UnreadableFile refusal = refusal("x", new byte[] {(byte) 0xca, (byte) 0xfe, 0, 1});
    assertThat(refusal).hasMessageContaining("ca fe 00 01");
  }

  @Test
  void objectsInObjectsInObjectsAreRefused() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("GWYP".getBytes(StandardCharsets.US_ASCII));
    int depth = 100_000;
    int size = depth * 9;
    for (int i = 0; i < depth; i++) {
      // Type "A", size, component "b" of type o: nine bytes, then the next object.
      bytes.writeBytes(new byte[] {'A', 0});
      size -= 9;
      bytes.writeBytes(little(size + 3));
      bytes.writeBytes(new byte[] {'b', 0, 'o'});
    }
    assertThat(refusal("deep.gwy", bytes.toByteArray())).hasMessageContaining("deep");
  }

  @Test
  void anArrayLongerThanTheFileIsRefused() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("GWYPGwyContainer\0".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(little(16));
    bytes.writeBytes("/0/data\0D".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(little(-1));
    bytes.writeBytes(new byte[3]);
    assertThat(refusal("a.gwy", bytes.toByteArray())).hasNoCause();
  }

  @Test
  void aWaveWhoseHeaderWasTouchedIsRefusedByItsChecksum() {
    byte[] wave = Samples.shipped("tiny_10x10.ibw");
    wave[64 + 84] ^= 1;
    assertThat(refusal("a.ibw", wave)).hasMessageContaining("checksum");
  }

  @Test
  void groupsOfTagsWithoutEndAreRefused() {
    ByteBuffer tags = ByteBuffer.allocate(100_000);
    tags.putInt(3).putInt(0).putInt(1);
    tags.put(new byte[] {0, 0}).putInt(1);
    while (tags.remaining() > 20) {
      tags.put((byte) 20).putShort((short) 1).put((byte) 'g').put(new byte[] {0, 0}).putInt(1);
    }
    assertThat(refusal("a.dm3", tags.array())).hasMessageContaining("deep");
  }

  @Test
  void anHdfArrayThatUnpacksBeyondTheLimitIsRefusedBeforeItDoes(@TempDir Path folder) {
    Path file = folder.resolve("bomb.h5");
    try (WritableHdfFile bomb = HdfFile.write(file)) {
      bomb.putDataset(
          "zeros",
          new double[3_000_000],
          DatasetCreationOptions.builder().chunkDimensions(1_000_000).deflate(9).build());
    }
    assertThatThrownBy(() -> FileReader.read(file, new ReadLimits(1L << 20, 1L << 20)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("3000000 values");
    assertThat(FileReader.read(file).datasets().getFirst().values().size()).isEqualTo(3_000_000);
  }

  @Test
  void aGroupThatIsItsOwnBranchIsRefused() {
    byte[] file = Samples.shipped("sparse_sampling.h5");
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int node = find(file, "TREE");
    // One level up, and its only child itself.
    bytes.put(node + 5, (byte) 1).putShort(node + 6, (short) 1).putLong(node + 32, node);
    assertThat(refusal("a.h5", file)).hasMessageContaining("HDF5 structure");
  }

  @ParameterizedTest
  @CsvSource({
    "'a[m],b[V]\\n1,2\\n3\\n', row 2",
    "'a[m],b[V]\\n1,two\\n', two",
    "'a[m],b[V]\\n', no line of numbers",
    "'# axes: 7\\na,b\\n1,2\\n', axes: 7",
    "'# axes: 2\\n# shape: 2 2\\na,b,c\\n1,2,3\\n', shape",
    "'# axes: 2\\n# shape: 2 1\\na,b,c\\n1,2,3\\n4,5,6\\n', for the shape to hold"
  })
  void aTableThatIsNoneIsRefusedByItsLine(String table, String message) {
    byte[] bytes = table.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(refusal("t.csv", bytes)).hasMessageContaining(message).hasNoCause();
  }

  private static UnreadableFile refusal(String name, byte[] content) {
    return catchThrowableOfType(
        UnreadableFile.class, () -> FileReader.read(name, content, ReadLimits.DEFAULT));
  }

  private static byte[] field(String header) {
    byte[] text =
        ("Gwyddion Simple Field 1.0\n" + header + "\0\0\0\0").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(text.length + 64).put(text).array();
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static int find(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
