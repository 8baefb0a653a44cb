package cellwright.store.parquet;

import java.util.Arrays;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Cells of a Parquet column as doubles. */
final class Cells {
    private Cells() {}

    /** Whether a field is one number a row. Instants and decimals are whole numbers of a unit that is not the label's: no. */
    static boolean areNumbers(Type type) {
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning != null && !(meaning instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation)) {
            return false;
        }
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE, FLOAT, INT32, INT64, BOOLEAN -> true;
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> false;
        };
    }

    static void read(ColumnReader column, double[] into, int rows) {
        int whole = column.getDescriptor().getMaxDefinitionLevel();
        PrimitiveTypeName type = column.getDescriptor().getPrimitiveType().getPrimitiveTypeName();
        for (int row = 0; row < rows; row++) {
            into[row] = column.getCurrentDefinitionLevel() < whole ? Double.NaN : cell(column, type);
            column.consume();
        }
    }

    private static double cell(ColumnReader column, PrimitiveTypeName type) {
        return switch (type) {
            case DOUBLE -> column.getDouble();
            case FLOAT -> column.getFloat();
            case INT32 -> column.getInteger();
            case INT64 -> column.getLong();
            case BOOLEAN -> column.getBoolean() ? 1 : 0;
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
                throw new IllegalStateException(type + " was taken for a number");
        };
    }

    /** The library wants to know where values go that nobody takes by hand: nowhere. */
    static GroupConverter nowhere(MessageType schema) {
        PrimitiveConverter[] fields = new PrimitiveConverter[schema.getFieldCount()];
        Arrays.setAll(fields, index -> new PrimitiveConverter() {});
        return new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
                return fields[index];
            }

            @Override
            public void start() {}

            @Override
            public void end() {}
        };
    }
}
