package cellwright.modbus.map;

import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers that were read for one reading. Mutable, one thread. */
public final class Registers {
    private record Address(Table table, int at) {}

    private final Map<Address, Integer> words = new HashMap<>();

    /** Nothing was read yet. */
    public Registers() {}

    /** Takes what a call read. */
    public void put(Call.Read call, List<Integer> read) {
        for (int i = 0; i < read.size(); i++) {
            words.put(new Address(call.table(), call.at() + i), read.get(i));
        }
    }

    /**
     * The registers of a spot.
     *
     * @throws IllegalStateException if they were not read
     */
    List<Integer> from(Spot spot) {
        return from(spot.table(), spot.at(), spot.type().registers());
    }

    /** Registers that follow each other, as above. */
    List<Integer> from(Table table, int first, int count) {
        List<Integer> found = new ArrayList<>();
        for (int at = first; at < first + count; at++) {
            Integer word = words.get(new Address(table, at));
            if (word == null) {
                throw new IllegalStateException("register " + at + " was not read");
            }
            found.add(word);
        }
        return found;
    }
}
