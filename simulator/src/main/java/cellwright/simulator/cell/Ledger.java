package cellwright.simulator.cell;

/**
 * Where the charge of an ageing cell went; in any of its steps and altogether {@code applied = intercalated + side +
 * leaked}. Immutable.
 *
 * @param appliedCoulombs through the terminals, positive charges
 * @param intercalatedCoulombs taken out of the cathode as lithium
 * @param sideCoulombs spent on side reactions
 * @param leakedCoulombs through the separator as electrons
 */
public record Ledger(double appliedCoulombs, double intercalatedCoulombs, double sideCoulombs, double leakedCoulombs) {
    /** Nothing has passed. */
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0);

    /** With what passed meanwhile. */
    Ledger plus(Ledger more) {
        return new Ledger(
                appliedCoulombs + more.appliedCoulombs,
                intercalatedCoulombs + more.intercalatedCoulombs,
                sideCoulombs + more.sideCoulombs,
                leakedCoulombs + more.leakedCoulombs);
    }
}
