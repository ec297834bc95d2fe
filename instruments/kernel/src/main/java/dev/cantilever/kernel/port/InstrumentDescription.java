package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;

/** What an instrument is and offers. */
public record InstrumentDescription(
    @Doc("Name of the instrument in this installation.") InstrumentId instrument,
    @Doc("What it is, in words.") @Text(maxLength = 400) String title,
    @Doc("The sample that it holds.") @Text(maxLength = 400) String sample,
    @Doc("True where no hardware stands behind it.") boolean twin,
    @Doc("SHA-256 of the data that a replaying instrument serves; empty for hardware.")
        @Text(maxLength = 80)
        String dataHash,
    @Doc("The sites that can be measured.") SiteGrid sites,
    @Doc("Instrument time for one site, positioning included.") @Bounds(min = 0, max = 1e6)
        TimeSpan timePerSite,
    @Doc("Bias amplitude of the loops that it offers by default.") @Bounds(min = 0, max = 100)
        Voltage loopBias,
    @Doc("Steps of the loops that it offers by default.") @Bounds(min = 1, max = 4096)
        int loopSteps) {}
