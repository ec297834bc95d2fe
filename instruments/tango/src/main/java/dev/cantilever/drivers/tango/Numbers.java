package dev.cantilever.drivers.tango;

import dev.cantilever.drivers.variables.Refusal;
import fr.esrf.Tango.AttrValUnion;
import fr.esrf.Tango.AttributeDataType;
import java.io.IOException;
import java.util.Set;
import org.omg.CORBA.Any;

/** Numbers as Tango's types hold them; one that a type cannot hold exactly is refused. */
final class Numbers {

  static final int VOID = 0;

  private static final int BOOLEAN = 1;
  private static final int SHORT = 2;
  private static final int LONG = 3;
  private static final int FLOAT = 4;
  private static final int DOUBLE = 5;
  private static final int USHORT = 6;
  private static final int ULONG = 7;
  private static final int LONG64 = 23;
  private static final int ENUM = 29;
  private static final Set<Integer> TYPES =
      Set.of(BOOLEAN, SHORT, LONG, FLOAT, DOUBLE, USHORT, ULONG, LONG64, ENUM);

  /** Whole numbers above this are not exact in a double. */
  private static final double EXACT = 0x1p53;

  private Numbers() {}

  /** The type, where it is one that is written here. */
  static int known(String name, int type) throws IOException {
    if (!TYPES.contains(type)) {
      throw new IOException("%s takes no number (Tango's type %d)".formatted(name, type));
    }
    return type;
  }

  private static double within(double value, double least, double most) throws Refusal {
    if (value != Math.rint(value) || value < least || value > most) {
      throw new Refusal(
          "%s is no whole number in [%.0f, %.0f], which it takes".formatted(value, least, most));
    }
    return value;
  }

  /** The whole number for a type; unsigned ones keep their bits. */
  private static long whole(int type, double value) throws Refusal {
    return (long)
        switch (type) {
          case BOOLEAN -> within(value, 0, 1);
          case SHORT, ENUM -> within(value, Short.MIN_VALUE, Short.MAX_VALUE);
          case USHORT -> within(value, 0, 0xffff);
          case LONG -> within(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
          case ULONG -> within(value, 0, 0xffffffffL);
          default -> within(value, -EXACT, EXACT);
        };
  }

  /** A value to be written to an attribute. */
  static AttrValUnion union(int type, double value) throws Refusal {
    AttrValUnion union = new AttrValUnion();
    switch (type) {
      case DOUBLE -> union.double_att_value(new double[] {value});
      case FLOAT -> union.float_att_value(new float[] {(float) value});
      case BOOLEAN -> union.bool_att_value(new boolean[] {whole(type, value) == 1});
      case SHORT, ENUM -> union.short_att_value(new short[] {(short) whole(type, value)});
      case USHORT -> union.ushort_att_value(new short[] {(short) whole(type, value)});
      case LONG -> union.long_att_value(new int[] {(int) whole(type, value)});
      case ULONG -> union.ulong_att_value(new int[] {(int) whole(type, value)});
      default -> union.long64_att_value(new long[] {whole(type, value)});
    }
    return union;
  }

  /** An argument of a command; nothing where it takes nothing. */
  static Any argument(Any any, int type, double value) throws Refusal {
    switch (type) {
      case VOID -> {
        return any;
      }
      case DOUBLE -> any.insert_double(value);
      case FLOAT -> any.insert_float((float) value);
      case BOOLEAN -> any.insert_boolean(whole(type, value) == 1);
      case SHORT, ENUM -> any.insert_short((short) whole(type, value));
      case USHORT -> any.insert_ushort((short) whole(type, value));
      case LONG -> any.insert_long((int) whole(type, value));
      case ULONG -> any.insert_ulong((int) whole(type, value));
      default -> any.insert_longlong(whole(type, value));
    }
    return any;
  }

  /**
   * The first number of a value, which is what was read; not a number where it has another type or
   * is empty.
   */
  static double number(AttrValUnion union) {
    return switch (union.discriminator().value()) {
      case AttributeDataType._ATT_DOUBLE -> first(union.double_att_value());
      case AttributeDataType._ATT_FLOAT -> {
        float[] all = union.float_att_value();
        yield all.length > 0 ? all[0] : Double.NaN;
      }
      case AttributeDataType._ATT_BOOL -> {
        boolean[] all = union.bool_att_value();
        yield all.length == 0 ? Double.NaN : all[0] ? 1 : 0;
      }
      case AttributeDataType._ATT_SHORT -> first(union.short_att_value(), -1L);
      case AttributeDataType._ATT_USHORT -> first(union.ushort_att_value(), 0xffffL);
      case AttributeDataType._ATT_LONG -> first(union.long_att_value(), -1L);
      case AttributeDataType._ATT_ULONG -> first(union.ulong_att_value(), 0xffffffffL);
      case AttributeDataType._ATT_LONG64 -> {
        long[] all = union.long64_att_value();
        yield all.length > 0 ? all[0] : Double.NaN;
      }
      case AttributeDataType._DEVICE_STATE -> union.dev_state_att().value();
      default -> Double.NaN;
    };
  }

  private static double first(double[] all) {
    return all.length > 0 ? all[0] : Double.NaN;
  }

  private static double first(short[] all, long mask) {
    return all.length > 0 ? all[0] & mask : Double.NaN;
  }

  private static double first(int[] all, long mask) {
    return all.length > 0 ? all[0] & mask : Double.NaN;
  }

  /** The first word of a value, a number as the JDK writes it. */
  static String text(AttrValUnion union) {
    boolean isText = union.discriminator().value() == AttributeDataType._ATT_STRING;
    String[] all = isText ? union.string_att_value() : new String[0];
    return all.length > 0 ? all[0] : Double.toString(number(union));
  }
}
