package cellwright.benchmarks;

import cellwright.lab.Prepared;
import cellwright.protocol.Result;
import java.nio.file.Path;
import java.util.Map;

/**
 * A protocol and a cell of the library, as they are shipped.
 *
 * @param protocol its file
 * @param cell its file
 */
record Shipped(Path protocol, Path cell) {
    /** The NCM85 cell of the life at 3C: one particle. */
    static Shipped life(Path house) {
        return named(house, "zhou-2022-ncm85-3c-life", "ncm85-zhou");
    }

    /** The thick NCM85 cathode: ten particles through its depth. */
    static Shipped thick(Path house) {
        return named(house, "zhou-2022-ncm85-high-loading", "ncm85-high-loading");
    }

    private static Shipped named(Path house, String protocol, String cell) {
        return new Shipped(
                house.resolve("protocols").resolve(protocol + ".yaml"),
                house.resolve("config/cells").resolve(cell + ".yaml"));
    }

    /** The same cell under another protocol. */
    Shipped under(Path otherProtocol) {
        return new Shipped(otherProtocol, cell);
    }

    /** Read, bound and mounted; void if it is refused or if the cell does not age. */
    Prepared prepared(Map<String, String> parameters, long seed) {
        return switch (Prepared.from(new Prepared.Order(protocol, cell, parameters, seed))) {
            case Result.Made<Prepared> made -> ageing(made.value());
            case Result.Refused<Prepared> refused -> throw new IllegalStateException("refused: " + refused.problems());
        };
    }

    private static Prepared ageing(Prepared prepared) {
        String ageing = prepared.cell().simulation().getOrDefault("ageing", "off");
        if (!ageing.equals("on")) {
            throw new IllegalStateException(
                    "void: the cell " + prepared.cell().name() + " does not age, its ageing is " + ageing);
        }
        return prepared;
    }
}
