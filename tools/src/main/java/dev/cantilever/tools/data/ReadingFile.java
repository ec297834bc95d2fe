package dev.cantilever.tools.data;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.instrument.FrameBlob;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reading of a run as a dataset of a file. What it is, and the call that took it, stand in the
 * metadata.
 */
final class ReadingFile {

  private ReadingFile() {}

  /** Empty where the bytes are neither a frame nor a spectrum. */
  static Optional<Dataset> dataset(RunId run, RunState state, String hash, byte[] blob) {
    Optional<Frame> frame = frame(blob);
    Quality quality = frame.map(Frame::quality).orElse(Quality.BAD);
    if (frame.isPresent()) {
      return Optional.of(of(frame.get(), facts(run, state, hash, quality)));
    }
    return spectrum(blob).map(curve -> of(curve, facts(run, state, hash, curve.quality())));
  }

  private static Optional<Frame> frame(byte[] blob) {
    try {
      return Optional.of(FrameBlob.read(blob));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static Optional<Spectrum> spectrum(byte[] blob) {
    try {
      return Optional.of(SpectrumBlob.read(blob));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  /** The origin is the corner of the frame at its lowest x and y. */
  private static Dataset of(Frame frame, Metadata facts) {
    DataAxis y = side("y", frame.rows(), frame.height().metres());
    DataAxis x = side("x", frame.columns(), frame.width().metres());
    return new Dataset(
        frame.channel(), frame.channel(), frame.unit(), List.of(y, x), frame.values(), facts);
  }

  private static DataAxis side(String name, int pixels, double metres) {
    return metres > 0
        ? new DataAxis.Even(name, "m", pixels, 0, metres / pixels)
        : DataAxis.Even.uncalibrated(name, pixels);
  }

  private static Dataset of(Spectrum curve, Metadata facts) {
    DataAxis sweep =
        new DataAxis.Listed(curve.sweep().name(), curve.sweep().unit(), curve.sweep().values());
    String name = curve.response().name();
    return new Dataset(
        name, name, curve.response().unit(), List.of(sweep), curve.response().values(), facts);
  }

  private static Metadata facts(RunId run, RunState state, String hash, Quality quality) {
    Metadata.Builder facts =
        Metadata.builder()
            .put("run", run.value())
            .put("reading", hash)
            .put("quality", quality.name().toLowerCase(Locale.ROOT));
    state.calls().stream()
        .filter(call -> call.result().filter(json -> json.canonical().contains(hash)).isPresent())
        .findFirst()
        .ifPresent(call -> taken(facts, call));
    return facts.build();
  }

  private static void taken(Metadata.Builder facts, CallState call) {
    facts.put("call", call.call().toString()).put("tool", call.tool());
    call.arguments().ifPresent(json -> facts.put("arguments", json.canonical()));
  }
}
