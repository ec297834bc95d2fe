package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.tools.file.content.UnreadableFile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TIFF against the writer in the JDK, and against files built field by field. */
class TiffTest {

  @ParameterizedTest
  @CsvSource({
    "'', 10",
    "'', 11",
    "LZW, 10",
    "LZW, 11",
    "Deflate, 11",
    "ZLib, 10",
    "PackBits, 10",
    "PackBits, 11",
    "LZW, 5",
    "Deflate, 5"
  })
  void everyPackingGivesThePixelsThatWereWritten(String packing, int type) {
    // 10: 8-bit grey, 11: 16-bit grey, 5: three bytes of colour
    BufferedImage image = Built.noise(211, 97, type);
    MicroscopyFile file = read(Built.tiff(packing, image));
    int bands = image.getRaster().getNumBands();
    assertThat(file.datasets()).hasSize(bands);
    for (int band = 0; band < bands; band++) {
      assertThat(file.datasets().get(band).shape()).containsExactly(97, 211);
      assertThat(file.datasets().get(band).values().toArray())
          .isEqualTo(image.getRaster().getSamples(0, 0, 211, 97, band, new double[211 * 97]));
    }
  }

  @Test
  void everyPageIsADataset() {
    BufferedImage first = Built.noise(8, 6, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage second = Built.noise(5, 4, BufferedImage.TYPE_USHORT_GRAY);
    MicroscopyFile file = read(Built.tiff("LZW", first, second));
    assertThat(file.datasets()).extracting(Dataset::name).containsExactly("page 1", "page 2");
    assertThat(file.datasets().get(1).shape()).containsExactly(4, 5);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void floatingPointOfImageJHasItsPixelSize(boolean little) {
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    float[] values = {1.5f, -2, Float.NaN, 4, 5, 6};
    Tiff tiff = new Tiff(order).floats(3, 2, values);
    tiff.text(270, "ImageJ=1.53t\nunit=nm\nspacing=1.0\n").rational(282, 4, 1).rational(283, 2, 1);
    Dataset image = read(tiff.bytes()).datasets().getFirst();
    assertThat(image.values().toArray()).containsExactly(1.5, -2, Double.NaN, 4, 5, 6);
    assertThat(image.axes())
        .containsExactly(
            new DataAxis.Even("y", "nm", 2, 0, 0.5), new DataAxis.Even("x", "nm", 3, 0, 0.25));
  }

  @Test
  void omeDescriptionsHaveThePixelSizeToo() {
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).floats(1, 1, 7);
    tiff.text(270, "<OME><Pixels PhysicalSizeX=\"0.25\" PhysicalSizeY=\"0.5\" SizeX=\"1\"/></OME>");
    Dataset image = read(tiff.bytes()).datasets().getFirst();
    assertThat(image.axes().get(1)).isEqualTo(new DataAxis.Even("x", "µm", 1, 0, 0.25));
  }

  @Test
  void aResolutionPerInchIsAboutPaperAndNotUsed() {
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).floats(1, 1, 7).rational(282, 300, 1);
    tiff.rational(283, 300, 1).shorts(296, 2);
    Dataset image = read(tiff.bytes()).datasets().getFirst();
    assertThat(image.axes().get(1)).isEqualTo(DataAxis.Even.uncalibrated("x", 1));
  }

  @Test
  void aResolutionPerCentimetreIsTaken() {
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).floats(1, 1, 7).rational(282, 10_000, 1);
    tiff.rational(283, 20_000, 1).shorts(296, 3);
    DataAxis.Even x = (DataAxis.Even) read(tiff.bytes()).datasets().getFirst().axes().get(1);
    assertThat(x.unit()).isEqualTo("m");
    assertThat(x.step()).isCloseTo(1e-6, within(1e-18));
  }

  @Test
  void horizontalDifferencesAreAddedUp() {
    ByteBuffer data = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (int difference : new int[] {1000, 1, -2, 5, 0, 65_535}) {
      data.putShort((short) difference);
    }
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).image(3, 2, 16, 1, data.array()).shorts(317, 2);
    assertThat(read(tiff.bytes()).datasets().getFirst().values().toArray())
        .containsExactly(1000, 1001, 999, 5, 5, 4);
  }

  @Test
  void tilesThatReachOverTheEdgeAreCut() {
    byte[] tiles = new byte[4 * 4];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = (byte) i;
    }
    // 3 x 3 pixels in tiles of 2 x 2, one after another
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).tiled(3, 3, 2, tiles);
    assertThat(read(tiff.bytes()).datasets().getFirst().values().toArray())
        .containsExactly(0, 1, 4, 2, 3, 6, 8, 9, 12);
  }

  @Test
  void anLzwCodeThatStandsForNothingIsRefused() {
    // Nine bits each: 256, which clears the table, and 300, which is not in it.
    byte[] packed = {(byte) 0x80, 0x4b, 0};
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).image(2, 1, 8, 1, packed).shorts(259, 5);
    assertThatThrownBy(() -> read(tiff.bytes()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("an LZW code that stands for nothing");
  }

  @Test
  void pagesThatChainInACircleAreRefused() {
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).floats(1, 1, 7);
    tiff.nextPage(tiff.firstPage());
    assertThatThrownBy(() -> read(tiff.bytes()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("chain of pages");
  }

  @ParameterizedTest
  @CsvSource({
    "259, 7, Compression",
    "258, 12, BitsPerSample",
    "317, 3, Predictor",
    "277, 999, SamplesPer"
  })
  void whatIsNotReadIsRefusedByName(int tag, int value, String name) {
    Tiff tiff = new Tiff(ByteOrder.LITTLE_ENDIAN).floats(1, 1, 7).shorts(tag, value);
    assertThatThrownBy(() -> read(tiff.bytes()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining(name)
        .hasMessageContaining(Integer.toString(value));
  }

  private static MicroscopyFile read(byte[] content) {
    return FileReader.read("image.tif", content, ReadLimits.DEFAULT);
  }

  /** A TIFF of one page, field by field: the data first, the page after it. */
  private static final class Tiff {

    private final ByteOrder order;
    private final List<byte[]> fields = new ArrayList<>();
    private final List<Integer> tags = new ArrayList<>();
    private byte[] data = {};
    private long next;

    Tiff(ByteOrder order) {
      this.order = order;
    }

    Tiff floats(int columns, int rows, float... values) {
      ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(order);
      for (float value : values) {
        bytes.putFloat(value);
      }
      return image(columns, rows, 32, 3, bytes.array());
    }

    Tiff image(int columns, int rows, int bits, int format, byte[] pixels) {
      data = pixels;
      return shorts(256, columns)
          .shorts(257, rows)
          .shorts(258, bits)
          .longs(273, 8)
          .shorts(278, rows)
          .longs(279, pixels.length)
          .shorts(339, format);
    }

    Tiff tiled(int columns, int rows, int tile, byte[] tiles) {
      shorts(256, columns).shorts(257, rows).shorts(258, 8).shorts(322, tile).shorts(323, tile);
      data = ByteBuffer.allocate(tiles.length + 32).order(order).put(tiles).array();
      ByteBuffer tables = ByteBuffer.wrap(data).order(order).position(tiles.length);
      for (int i = 0; i < 4; i++) {
        tables.putInt(8 + i * tile * tile);
      }
      for (int i = 0; i < 4; i++) {
        tables.putInt(tile * tile);
      }
      return field(324, 4, 4, 8 + tiles.length).field(325, 4, 4, 8 + tiles.length + 16);
    }

    Tiff shorts(int tag, int value) {
      return field(tag, 3, 1, order == ByteOrder.LITTLE_ENDIAN ? value : value << 16);
    }

    Tiff longs(int tag, int value) {
      return field(tag, 4, 1, value);
    }

    Tiff text(int tag, String text) {
      byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
      return field(tag, 2, bytes.length, appended(bytes));
    }

    Tiff rational(int tag, int numerator, int denominator) {
      ByteBuffer bytes = ByteBuffer.allocate(8).order(order);
      return field(tag, 5, 1, appended(bytes.putInt(numerator).putInt(denominator).array()));
    }

    /** A later field of the same tag replaces the first. */
    private Tiff field(int tag, int type, int count, int value) {
      ByteBuffer field = ByteBuffer.allocate(12).order(order);
      field.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
      int known = tags.indexOf(tag);
      if (known >= 0) {
        fields.set(known, field.array());
      } else {
        tags.add(tag);
        fields.add(field.array());
      }
      return this;
    }

    private int appended(byte[] bytes) {
      int offset = 8 + data.length;
      data = ByteBuffer.allocate(data.length + bytes.length).put(data).put(bytes).array();
      return offset;
    }

    long firstPage() {
      return 8L + data.length;
    }

    void nextPage(long offset) {
      next = offset;
    }

    byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(8 + data.length + 2 + 12 * fields.size() + 4);
      bytes.order(order);
      bytes.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
      bytes.putShort((short) 42).putInt((int) firstPage()).put(data);
      bytes.putShort((short) fields.size());
      fields.forEach(bytes::put);
      return bytes.putInt((int) next).array();
    }
  }
}
