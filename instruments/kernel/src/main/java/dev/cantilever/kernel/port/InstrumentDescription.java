package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.Optional;

/** What an instrument is and offers. */
public record InstrumentDescription(
    @Doc("Name of the instrument in this installation.") InstrumentId instrument,
    @Doc("What it is, in words.") @Text(maxLength = 400) String title,
    @Doc("The sample that it holds.") @Text(maxLength = 400) String sample,
    @Doc("True where no hardware stands behind it.") boolean twin,
    @Doc("SHA-256 of the data that a replaying instrument serves; empty for hardware.")
        @Text(maxLength = 80)
        String dataHash,
    @Doc("What it can be asked for.") Offer offer) {

  /** The loops that it offers, if it does. */
  public Optional<Offer.Loops> loops() {
    return offer instanceof Offer.Loops loops ? Optional.of(loops) : Optional.empty();
  }

  /** The conditions that it offers, if it does. */
  public Optional<Offer.Conditions> conditions() {
    return offer instanceof Offer.Conditions conditions
        ? Optional.of(conditions)
        : Optional.empty();
  }
}
