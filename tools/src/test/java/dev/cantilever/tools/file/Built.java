package dev.cantilever.tools.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small files of formats whose samples are too large to ship, built byte by byte. */
final class Built {

  static final List<String> NAMES =
      List.of("built.sxm", "built.3ds", "built.nid", "built.tif", "built.csv");

  static final String CSV =
      """
      # sample: film 7
      # axes: 2
      # shape: 2 3
      y[m],x[m],height[nm],phase[deg]
      0,0,1,10
      0,1e-9,2,20
      0,2e-9,NaN,30
      1e-9,0,4,40
      1e-9,1e-9,5,50
      1e-9,2e-9,6,60
      """;

  private Built() {}

  static byte[] bytes(String name) {
    return switch (name) {
      case "built.sxm" -> scan("up");
      case "built.3ds" -> grid();
      case "built.nid" -> nanosurf();
      case "built.tif" -> tiff("LZW", noise(24, 17, BufferedImage.TYPE_USHORT_GRAY));
      case "built.csv" -> CSV.getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Two channels of 2 rows of 3 pixels, one in both directions: values 0 to 17 in file order. */
  static byte[] scan(String direction) {
    String header =
        """
        :NANONIS_VERSION:
        2
        :SCANIT_TYPE:
                      FLOAT            MSBFIRST
        :SCAN_PIXELS:
               3       2
        :SCAN_RANGE:
                   3.0E-9           2.0E-9
        :SCAN_OFFSET:
                     1.0E-7         -1.0E-7
        :SCAN_DIR:
        %s
        :COMMENT:
        a film: lines
        of comment
        :DATA_INFO:
        \tChannel\tName\tUnit\tDirection\tCalibration\tOffset
        \t14\tZ\tm\tboth\t-3.484E-9\t0.000E+0
        \t0\tCurrent\tA\tforward\t-1.000E-10\t-8.014E-13

        :SCANIT_END:


        """
            .formatted(direction);
    ByteBuffer data = ByteBuffer.allocate(2 + 18 * Float.BYTES).put((byte) 0x1a).put((byte) 4);
    for (int i = 0; i < 18; i++) {
      data.putFloat(i);
    }
    return joined(header, data.array());
  }

  /** 2 x 2 points with 4 parameters and 2 channels of 5 values: 0, 1, 2, … in file order. */
  static byte[] grid() {
    String header =
        """
        Grid dim="2 x 2"
        Grid settings=1.0E-8;2.0E-8;4.0E-9;2.0E-9;0.0E+0
        Sweep Signal="Bias (V)"
        Fixed parameters="Sweep Start;Sweep End"
        Experiment parameters="X (m);Y (m)"
        # Parameters (4 byte)=4
        Points=5
        Channels="Current (A);LIX 1 omega (A)"
        :HEADER_END:
        """;
    ByteBuffer data = ByteBuffer.allocate(4 * 14 * Float.BYTES);
    for (int i = 0; i < 56; i++) {
      data.putFloat(i % 14 == 0 ? -1 : i % 14 == 1 ? 1 : i);
    }
    return joined(header, data.array());
  }

  /** One image of 2 rows of 4 pixels, 16 bits, from the least to the greatest integer. */
  static byte[] nanosurf() {
    String header =
        """
        [DataSet]
        Version=2
        GroupCount=1
        Gr0-Name=Scan forward
        Gr0-Count=2
        Gr0-Ch1=DataSet-0:1

        [DataSet-Info]
        Op. mode=Dynamic Force

        [DataSet-0:1]
        Points=4
        Lines=2
        Frame=Scan forward
        Dim0Unit=m
        Dim0Range=4e-06
        Dim0Min=1e-06
        Dim1Unit=m
        Dim1Range=1e-06
        Dim1Min=0
        Dim2Name=Z-Axis
        Dim2Unit=m
        Dim2Range=2e-06
        Dim2Min=-1e-06
        SaveMode=Binary
        SaveBits=16
        SaveSign=Signed
        SaveOrder=Intel

        #!""";
    ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (int raw : new int[] {-32768, -16384, 0, 16384, 32767, 1, 2, 3}) {
      data.putShort((short) raw);
    }
    return joined(header, data.array());
  }

  static BufferedImage noise(int columns, int rows, int type) {
    BufferedImage image = new BufferedImage(columns, rows, type);
    int levels = type == BufferedImage.TYPE_USHORT_GRAY ? 65_536 : 256;
    long state = 1;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
          // Runs as well as noise, so that every packing has something to pack.
          state = column % 8 < 3 ? state : (state * 1_103_515_245L + 12_345) & 0x7fffffff;
          image.getRaster().setSample(column, row, band, (int) (state >> 8) % levels);
        }
      }
    }
    return image;
  }

  /** The image as the JDK's own writer packs it. */
  static byte[] tiff(String compression, BufferedImage... pages) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (!compression.isEmpty()) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
      }
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), parameters);
      }
      writer.endWriteSequence();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(String header, byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(data);
    return bytes.toByteArray();
  }
}
