package dev.cantilever.tools.library;

import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.List;

/** How sites lie over a library. */
public sealed interface SitePattern {

  /** A square grid, as many sites as fit, in the middle of the library. */
  record Spaced(@Doc("Distance between neighbours.") @Bounds(min = 1e-6, max = 1) Length spacing)
      implements SitePattern {
    @Override
    public List<SurfacePoint> over(Outline outline) {
      int columns = fitting(outline.width());
      int rows = fitting(outline.height());
      double x = outline.left() + (outline.width() - (columns - 1) * spacing.metres()) / 2;
      double y = outline.lower() + (outline.height() - (rows - 1) * spacing.metres()) / 2;
      return nodes(columns, rows, new double[] {x, y}, spacing.metres(), spacing.metres());
    }

    /** With room for a rounding error. */
    private int fitting(double length) {
      return (int) Math.min(MOST + 1, Math.floor(length / spacing.metres() + 1e-9) + 1);
    }
  }

  /** So many columns and rows from edge to edge; a single one lies in the middle. */
  record Counted(
      @Doc("Sites along x.") @Bounds(min = 1, max = 1000) int columns,
      @Doc("Sites along y.") @Bounds(min = 1, max = 1000) int rows)
      implements SitePattern {
    @Override
    public List<SurfacePoint> over(Outline outline) {
      double x = outline.left() + (columns == 1 ? outline.width() / 2 : 0);
      double y = outline.lower() + (rows == 1 ? outline.height() / 2 : 0);
      return nodes(
          columns,
          rows,
          new double[] {x, y},
          outline.width() / Math.max(1, columns - 1),
          outline.height() / Math.max(1, rows - 1));
    }
  }

  /** A straight line of sites, both ends among them. */
  record Line(
      @Doc("The first site.") SurfacePoint from,
      @Doc("The last site.") SurfacePoint to,
      @Doc("How many.") @Bounds(min = 2, max = 1000) int sites)
      implements SitePattern {
    @Override
    public List<SurfacePoint> over(Outline outline) {
      List<SurfacePoint> line = new ArrayList<>();
      for (int i = 0; i < sites; i++) {
        double share = i / (sites - 1.0);
        line.add(
            Outline.place(
                from.x().metres() * (1 - share) + to.x().metres() * share,
                from.y().metres() * (1 - share) + to.y().metres() * share));
      }
      return line;
    }
  }

  /** The most sites of one list. */
  int MOST = 1000;

  /**
   * The sites, row by row from the lowest, whether or not they lie on the library; those beyond
   * {@link #MOST} may be left out but one.
   */
  List<SurfacePoint> over(Outline outline);

  private static List<SurfacePoint> nodes(
      int columns, int rows, double[] corner, double along, double across) {
    List<SurfacePoint> nodes = new ArrayList<>();
    for (int row = 0; row < rows && nodes.size() <= MOST; row++) {
      for (int column = 0; column < columns; column++) {
        nodes.add(Outline.place(corner[0] + column * along, corner[1] + row * across));
      }
    }
    return nodes;
  }
}
