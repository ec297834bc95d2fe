package dev.cantilever.tools.instrument;

import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.nio.charset.StandardCharsets;

/** A spectrum as bytes of the data store: canonical JSON, bit for bit the doubles of the driver. */
public final class SpectrumBlob {

  private static final RecordType<Spectrum> TYPE = RecordType.of(Spectrum.class);

  private SpectrumBlob() {}

  static byte[] write(Spectrum spectrum) {
    return CanonicalJson.bytes(TYPE.write(spectrum));
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException where the bytes are not a spectrum
   */
  public static Spectrum read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return TYPE.ours(new JsonText(text));
  }
}
