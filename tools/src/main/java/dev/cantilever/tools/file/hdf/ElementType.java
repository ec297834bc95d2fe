package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Element;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteOrder;
import java.util.Optional;

/** A type of HDF5 that is a number as instruments write it. */
record ElementType(Element element, ByteOrder order) {

  /** Empty for types that are not numbers or pad their bits. */
  static Optional<ElementType> of(DataType type) {
    if (type instanceof EnumDataType counted) {
      return of(counted.getBaseType());
    }
    if (type instanceof FixedPoint whole) {
      return fixed(whole).map(element -> new ElementType(element, whole.getByteOrder()));
    }
    if (type instanceof FloatingPoint real) {
      return floating(real).map(element -> new ElementType(element, real.getByteOrder()));
    }
    return Optional.empty();
  }

  private static Optional<Element> fixed(FixedPoint type) {
    if (type.getBitOffset() != 0 || type.getBitPrecision() != type.getSize() * Byte.SIZE) {
      return Optional.empty();
    }
    return switch (type.getSize()) {
      case 1 -> Optional.of(type.isSigned() ? Element.INT8 : Element.UINT8);
      case 2 -> Optional.of(type.isSigned() ? Element.INT16 : Element.UINT16);
      case 4 -> Optional.of(type.isSigned() ? Element.INT32 : Element.UINT32);
      case 8 -> Optional.of(type.isSigned() ? Element.INT64 : Element.UINT64);
      default -> Optional.empty();
    };
  }

  private static Optional<Element> floating(FloatingPoint type) {
    String layout = type.getSize() + " " + type.getExponentSize() + " " + type.getMantissaSize();
    return switch (layout) {
      case "2 5 10" -> Optional.of(Element.FLOAT16);
      case "4 8 23" -> Optional.of(Element.FLOAT32);
      case "8 11 52" -> Optional.of(Element.FLOAT64);
      default -> Optional.empty();
    };
  }
}
