package dev.cantilever.drivers.replay;

import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded grid: where its sites lie, and what answers each verb.
 *
 * <p>The first site, at the lowest x and y, is the origin. A picture covers the cells of all sites,
 * half a pitch beyond the first and the last.
 */
final class Recording implements GroundTruth {

  private final SiteGrid sites;
  private final Map<Verb, Curves> curves;
  private final Map<Verb, List<Frame>> pictures;
  private final String hash;

  Recording(
      SiteGrid sites, Map<Verb, Curves> curves, Map<Verb, List<Frame>> pictures, String hash) {
    this.sites = sites;
    this.curves = Collections.unmodifiableMap(new EnumMap<>(curves));
    this.pictures = Collections.unmodifiableMap(new EnumMap<>(pictures));
    this.hash = hash;
  }

  SiteGrid sites() {
    return sites;
  }

  /** SHA-256 of the data. */
  String hash() {
    return hash;
  }

  /** What a verb reads at a site. */
  Optional<Curves> curves(Verb verb) {
    return Optional.ofNullable(curves.get(verb));
  }

  /** What a verb reads of the whole; empty where it is not answered. */
  List<Frame> pictures(Verb verb) {
    return pictures.getOrDefault(verb, List.of());
  }

  /** Verbs that are answered, in the order of the vocabulary. */
  List<Verb> verbs() {
    List<Verb> verbs = new ArrayList<>(curves.keySet());
    verbs.addAll(pictures.keySet());
    Collections.sort(verbs);
    return List.copyOf(verbs);
  }

  /** Whether it was read by a beam and not by a probe. */
  boolean hasBeam() {
    return verbs().getFirst().word().startsWith("stem.");
  }

  /** Everything that is read, by name. */
  List<Offer.Outcome> channels() {
    List<Offer.Outcome> channels = new ArrayList<>();
    pictures.values().stream()
        .flatMap(List::stream)
        .forEach(frame -> channels.add(new Offer.Outcome(frame.channel(), frame.unit())));
    curves.values().stream()
        .flatMap(one -> one.channels().stream())
        .forEach(one -> channels.add(new Offer.Outcome(one.name(), one.unit())));
    return channels.stream().distinct().limit(40).toList();
  }

  SurfacePoint middle() {
    return SurfacePoint.metres(sites.width().metres() / 2, sites.height().metres() / 2);
  }

  /** The shorter of the distances between neighbours. */
  Length pitch() {
    return new Length(
        Math.min(
            sites.width().metres() / (sites.columns() - 1),
            sites.height().metres() / (sites.rows() - 1)));
  }

  /** The first channel of what is read at a site. */
  @Override
  public Spectrum spectrum(int site) {
    return curves.values().stream()
        .findFirst()
        .map(one -> one.spectrum(0, site))
        .orElseThrow(() -> new UnsupportedOperationException("only pictures were recorded"));
  }

  @Override
  public List<Frame> pictures() {
    return pictures.values().stream().flatMap(List::stream).toList();
  }
}
