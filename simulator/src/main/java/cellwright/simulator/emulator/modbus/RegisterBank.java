package cellwright.simulator.emulator.modbus;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The registers of a device, each number with what it shows and what a write to it does. Mutable, one thread. */
final class RegisterBank {
    private static final int WORD = 0xFFFF;

    private final NavigableMap<Integer, Cell> cells = new TreeMap<>();
    private final Map<Integer, Integer> writes = new HashMap<>();

    /** What a number is now. */
    @FunctionalInterface
    interface Shown {
        double at(long nanos);
    }

    /** What a write does. */
    @FunctionalInterface
    interface Taken {
        void at(double value, long nanos) throws ModbusRefusal;
    }

    private enum Form {
        WORD(1),
        LONG(2),
        FLOAT_LOW_FIRST(2);

        private final int words;

        Form(int words) {
            this.words = words;
        }
    }

    private record Cell(Form form, Shown shown, Optional<Taken> taken) {
        int word(int index, long nanos) {
            double value = shown.at(nanos);
            return switch (form) {
                case WORD -> (int) Math.round(value) & WORD;
                case LONG -> (int) (Math.round(value) >> (index == 0 ? Short.SIZE : 0)) & WORD;
                case FLOAT_LOW_FIRST -> Float.floatToRawIntBits((float) value) >> (index == 0 ? 0 : Short.SIZE) & WORD;
            };
        }

        double value(int[] words, int from) {
            return switch (form) {
                case WORD -> (short) words[from];
                case LONG -> words[from] << Short.SIZE | words[from + 1];
                case FLOAT_LOW_FIRST -> Float.intBitsToFloat(words[from + 1] << Short.SIZE | words[from]);
            };
        }
    }

    /** A 16-bit number that can only be read. */
    RegisterBank word(int at, Shown shown) {
        cells.put(at, new Cell(Form.WORD, shown, Optional.empty()));
        return this;
    }

    /** A 16-bit number. */
    RegisterBank word(int at, Shown shown, Taken taken) {
        cells.put(at, new Cell(Form.WORD, shown, Optional.of(taken)));
        return this;
    }

    /** A 32-bit number, high word first, that can only be read. */
    RegisterBank doubleWord(int at, Shown shown) {
        cells.put(at, new Cell(Form.LONG, shown, Optional.empty()));
        return this;
    }

    /** A single-precision number, low word first, that can only be read. */
    RegisterBank single(int at, Shown shown) {
        cells.put(at, new Cell(Form.FLOAT_LOW_FIRST, shown, Optional.empty()));
        return this;
    }

    /** A single-precision number, low word first. */
    RegisterBank single(int at, Shown shown, Taken taken) {
        cells.put(at, new Cell(Form.FLOAT_LOW_FIRST, shown, Optional.of(taken)));
        return this;
    }

    /** A text, a character in each register. */
    RegisterBank text(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            word(at + i, nanos -> character);
        }
        return this;
    }

    /** How often a number was written. */
    int writes(int at) {
        return writes.getOrDefault(at, 0);
    }

    int[] read(int at, int count, long nanos) throws ModbusRefusal {
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            Map.Entry<Integer, Cell> cell = covering(at + i);
            words[i] = cell.getValue().word(at + i - cell.getKey(), nanos);
        }
        return words;
    }

    private Map.Entry<Integer, Cell> covering(int at) throws ModbusRefusal {
        Map.Entry<Integer, Cell> cell = cells.floorEntry(at);
        if (cell == null || at >= cell.getKey() + cell.getValue().form().words) {
            throw new ModbusRefusal(ModbusRefusal.ADDRESS);
        }
        return cell;
    }

    void write(int at, int[] words, long nanos) throws ModbusRefusal {
        for (int i = 0; i < words.length; i += whole(at + i, words.length - i).form().words) {
            // every number must be there and whole before the first is written
        }
        int i = 0;
        while (i < words.length) {
            Cell cell = whole(at + i, words.length - i);
            cell.taken().orElseThrow().at(cell.value(words, i), nanos);
            writes.merge(at + i, 1, Integer::sum);
            i += cell.form().words;
        }
    }

    private Cell whole(int at, int left) throws ModbusRefusal {
        Cell cell = cells.get(at);
        if (cell == null || cell.taken().isEmpty() || cell.form().words > left) {
            throw new ModbusRefusal(ModbusRefusal.ADDRESS);
        }
        return cell;
    }
}
