package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.diffraction.Diffraction;
import dev.cantilever.drivers.stem.energyloss.InelasticThickness;
import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.DarkField;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.imaging.ScanField;
import dev.cantilever.drivers.stem.imaging.Window;
import dev.cantilever.drivers.stem.motion.Stage;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Pictures of the field of view without noise. */
final class TruePictures {

  private static final int PIXELS = 128;

  private final Specimen specimen;
  private final StemSettings settings;
  private final BeamPath path;

  TruePictures(Specimen specimen, StemSettings settings, Stage stage) {
    this.specimen = specimen;
    this.settings = settings;
    double rotation = settings.raster().rotationRadians();
    Raster raster = new Raster(PIXELS, PIXELS, 1e-6, Window.FULL, rotation);
    path = BeamPath.still(raster, settings.field(), stage);
  }

  /** The smallest upright square around the field of view. */
  static Region region(StemSettings settings, Stage stage) {
    double rotation = settings.raster().rotationRadians();
    double turned = Math.abs(StrictMath.cos(rotation)) + Math.abs(StrictMath.sin(rotation));
    ScanField field = settings.field();
    return Region.around(
        stage.x() + field.shiftX(), stage.y() + field.shiftY(), field.sideMetres() * turned);
  }

  List<Field> all(Illumination illumination, double collectionRadians) {
    List<Field> fields = new ArrayList<>();
    double[] fractions = DarkField.fractions(specimen, illumination, path.x(), path.y());
    fields.add(new Field("dark field", "1", PIXELS, PIXELS, fractions));
    fields.add(field("dose", "1/m²", specimen.dose()::at));
    fields.add(field("contamination", "1", specimen.contamination()::at));
    InelasticThickness thickness =
        new InelasticThickness(specimen.scene(), settings.beam(), collectionRadians);
    fields.add(field("inelastic thickness", "1", thickness::at));
    Diffraction diffraction = new Diffraction(settings.beam(), specimen.scene(), 0.01);
    fields.add(field("deflection x", "rad", diffraction::deflectionX));
    fields.add(field("deflection y", "rad", diffraction::deflectionY));
    if (specimen.scene() instanceof Crystal crystal) {
      fields.add(field("strain xx", "1", crystal.deformation()::strainXx));
      fields.add(field("strain yy", "1", crystal.deformation()::strainYy));
      fields.add(field("strain xy", "1", crystal.deformation()::strainXy));
      fields.add(field("lattice rotation", "rad", crystal.deformation()::rotation));
    }
    return fields;
  }

  private Field field(String name, String unit, DoubleBinaryOperator value) {
    double[] values = new double[PIXELS * PIXELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(path.x()[i], path.y()[i]);
    }
    return new Field(name, unit, PIXELS, PIXELS, values);
  }
}
