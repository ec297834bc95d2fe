package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Current;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/** What a scanning transmission electron microscope can be asked. */
public sealed interface StemCommand extends Command {

  @Doc("Opens or closes the column valves; opening needs vacuum.")
  record SetValves(@Doc("Whether they are to be open.") boolean open) implements StemCommand {}

  @Doc("Takes the beam off the sample; legal from every state.")
  record Blank() implements StemCommand {}

  @Doc("Lets the beam onto the sample, never for longer than said.")
  record Unblank(
      @Doc("Blanked again after so long.") @Bounds(min = 0, max = 600) TimeSpan maximumDuration)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.EXPOSURE, maximumDuration));
    }
  }

  @Doc("Puts the beam to a place of the sample.")
  record PlaceBeam(@Doc("Where to.") SurfacePoint target) implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.BEAM_X, target.x()), new Demand(Channel.BEAM_Y, target.y()));
    }
  }

  @Doc("Sets the width of the field of view.")
  record SetFieldOfView(@Doc("Width.") @Bounds(min = 1e-09, max = 0.0001) Length width)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.FIELD_OF_VIEW, width));
    }
  }

  @Doc("Sets how frames are scanned; not while scanning.")
  record SetScan(
      @Doc("Pixels along each side.") @Bounds(min = 64, max = 4096) @Default("512") int pixels,
      @Doc("Time for each pixel.") @Bounds(min = 1e-08, max = 0.1) TimeSpan dwell)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.DWELL, dwell),
          new Demand(Channel.FRAME_TIME, new TimeSpan((double) pixels * pixels * dwell.seconds())));
    }
  }

  @Doc("Scans frames with every inserted detector.")
  record ScanFrames(@Doc("How many.") @Bounds(min = 1, max = 100) @Default("1") int frames)
      implements StemCommand {}

  @Doc("One spectrum where the beam stands, of energy losses or of X-rays.")
  record AcquireSpectrum(
      @Doc("How long.") @Bounds(min = 0.001, max = 100) TimeSpan exposure,
      @Doc("Energy for each channel of an energy-loss spectrum.")
          @Bounds(min = 8e-22, max = 1.7e-19)
          @Default("\"0.1 eV\"")
          Energy dispersion,
      @Doc("Energy of the first channel of an energy-loss spectrum.")
          @Bounds(min = -3.3e-17, max = 3.3e-16)
          @Default("\"-10 eV\"")
          Energy offset,
      @Doc("Energy losses (eels) or X-rays (eds), whose channels are the detector's own.")
          @Default("\"eels\"")
          Spectroscopy technique)
      implements StemCommand {

    /** Of energy losses. */
    public AcquireSpectrum(TimeSpan exposure, Energy dispersion, Energy offset) {
      this(exposure, dispersion, offset, Spectroscopy.EELS);
    }

    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.EXPOSURE, exposure));
    }
  }

  @Doc("A spectrum at every pixel of a square grid over the field of view.")
  record SpectrumImage(
      @Doc("Pixels along each side.") @Bounds(min = 2, max = 512) @Default("32") int pixels,
      @Doc("Time for each pixel.") @Bounds(min = 1e-06, max = 1) TimeSpan dwell,
      @Doc("Energy losses (eels) or X-rays (eds).") @Default("\"eels\"") Spectroscopy technique)
      implements StemCommand {

    /** Of energy losses. */
    public SpectrumImage(int pixels, TimeSpan dwell) {
      this(pixels, dwell, Spectroscopy.EELS);
    }

    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.DWELL, dwell),
          new Demand(Channel.FRAME_TIME, new TimeSpan((double) pixels * pixels * dwell.seconds())));
    }
  }

  @Doc("A diffraction pattern at every pixel of a square grid over the field of view.")
  record ScanDiffraction(
      @Doc("Pixels along each side.") @Bounds(min = 2, max = 256) @Default("32") int pixels,
      @Doc("Time for each pixel.") @Bounds(min = 1e-06, max = 1) TimeSpan dwell)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.DWELL, dwell),
          new Demand(Channel.FRAME_TIME, new TimeSpan((double) pixels * pixels * dwell.seconds())));
    }
  }

  @Doc("One diffraction pattern where the beam stands.")
  record CameraImage(
      @Doc("How long.") @Bounds(min = 0.001, max = 100) TimeSpan exposure,
      @Doc("Pixels along each side that are read as one: 1, 2, 4 or 8.")
          @Bounds(min = 1, max = 8)
          @Default("1")
          int binning)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.EXPOSURE, exposure));
    }
  }

  @Doc("Sets the beam current.")
  record SetCurrent(@Doc("Current.") @Bounds(min = 1e-12, max = 1e-09) Current current)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.BEAM_CURRENT, current));
    }
  }

  @Doc("Sets the defocus.")
  record SetDefocus(@Doc("Defocus.") @Bounds(min = -1e-05, max = 1e-05) Length defocus)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.DEFOCUS, defocus));
    }
  }

  @Doc("Takes a focus series around the present focus, finds the best and sets it.")
  record AutoFocus(
      @Doc("How far to look to either side of the present defocus.")
          @Bounds(min = 1e-9, max = 1e-06)
          @Default("\"40 nm\"")
          Length range,
      @Doc("What makes an image sharp.") @Default("\"variance\"") Sharpness criterion)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.FOCUS_RANGE, range));
    }
  }

  @Doc("Moves the scanned field over the sample by the deflectors; the holder stays.")
  record SetImageShift(
      @Doc("Of the field's middle from the axis, along x.") @Bounds(min = -1e-05, max = 1e-05)
          Length x,
      @Doc("Of the field's middle from the axis, along y.") @Bounds(min = -1e-05, max = 1e-05)
          Length y)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.IMAGE_SHIFT_X, x), new Demand(Channel.IMAGE_SHIFT_Y, y));
    }
  }

  /**
   * The beam turns about the plane that is in focus: at a defocus f, which counts the height of the
   * holder too, it meets the sample beside its place by tilt · f.
   */
  @Doc("Tilts the beam; out of focus it then meets the sample beside its place by tilt · defocus.")
  record SetBeamTilt(
      @Doc("Towards x.") @Bounds(min = -0.05, max = 0.05) Angle x,
      @Doc("Towards y.") @Bounds(min = -0.05, max = 0.05) Angle y)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.BEAM_TILT_X, x), new Demand(Channel.BEAM_TILT_Y, y));
    }
  }

  @Doc("Moves the diffraction pattern over its camera.")
  record SetDiffractionShift(
      @Doc("Towards x.") @Bounds(min = -0.05, max = 0.05) Angle x,
      @Doc("Towards y.") @Bounds(min = -0.05, max = 0.05) Angle y)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.DIFFRACTION_SHIFT_X, x), new Demand(Channel.DIFFRACTION_SHIFT_Y, y));
    }
  }

  @Doc("Sets one aberration coefficient of the corrector.")
  record SetAberration(
      @Doc("Which one.") Aberration name,
      @Doc("Real part.") @Bounds(min = -0.01, max = 0.01) Length real,
      @Doc("Imaginary part.") @Bounds(min = -0.01, max = 0.01) @Default("\"0 m\"") Length imaginary)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.ABERRATION, real), new Demand(Channel.ABERRATION, imaginary));
    }
  }

  @Doc("Measures the aberrations from a tableau of tilted images.")
  record MeasureAberrations(
      @Doc("Outer tilt.") @Bounds(min = 0.001, max = 0.04) @Default("\"18 mrad\"") Angle tilt)
      implements StemCommand {}

  @Doc("Moves the holder while the beam is blanked.")
  record MoveHolder(
      @Doc("Where to.") SurfacePoint target,
      @Doc("Along the beam.") @Bounds(min = -0.001, max = 0.001) @Default("\"0 m\"") Length height,
      @Doc("Tilt about the holder.") @Bounds(min = -1.6, max = 1.6) @Default("\"0 rad\"")
          Angle alpha,
      @Doc("Tilt across the holder.") @Bounds(min = -1.6, max = 1.6) @Default("\"0 rad\"")
          Angle beta)
      implements StemCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.HOLDER_X, target.x()),
          new Demand(Channel.HOLDER_Y, target.y()),
          new Demand(Channel.HOLDER_Z, height),
          new Demand(Channel.TILT_ALPHA, alpha),
          new Demand(Channel.TILT_BETA, beta));
    }
  }

  @Doc("Drives a detector in or out while the beam is blanked.")
  record InsertDetector(
      @Doc("Name of the detector, for example HAADF, BF or EDS.") @Text(maxLength = 40)
          String detector,
      @Doc("Whether it is to be in.") @Default("true") boolean in)
      implements StemCommand {}

  /** What a spectrum is of. */
  enum Spectroscopy {
    /** Electron energy losses. */
    EELS,
    /** Energy-dispersive X-rays. */
    EDS
  }

  /** How the sharpness of an image is judged. */
  enum Sharpness {
    /** Variance over squared mean, without that of counting. */
    VARIANCE,
    /** The same of the differences of neighbours along a line. */
    GRADIENT
  }

  /** Aberration coefficients in the notation of Typke and Dierksen. */
  enum Aberration {
    C1,
    A1,
    B2,
    A2,
    C3,
    S3,
    A3
  }
}
