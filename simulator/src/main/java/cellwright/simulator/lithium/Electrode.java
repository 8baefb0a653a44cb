package cellwright.simulator.lithium;

/**
 * One lithium electrode: how much of it touches the electrolyte and how far a filament has grown from it. Steps are exact
 * for a constant current. Mutable, one thread.
 */
final class Electrode {
    private double contact = 1;
    private double filament;

    /** Share of the contact that voids have left, from {@link Penetration#LEAST_CONTACT} to 1. */
    double contact() {
        return contact;
    }

    /** Length of the filament, 1 bridges the electrolyte. */
    double filament() {
        return filament;
    }

    void copy(Electrode other) {
        contact = other.contact;
        filament = other.filament;
    }

    /** Takes the filament back to a length, if it is longer. */
    void burn(double length) {
        filament = Math.min(filament, length);
    }

    /**
     * Strips or plates.
     *
     * @param ampsPerM2 stripping current density, negative plates
     * @param heal current density that pressure makes good, A/m2
     * @param critical critical current density, A/m2
     */
    void step(Penetration laws, double ampsPerM2, double heal, double critical, double seconds) {
        double before = contact;
        double perSecond = (heal - Math.max(0, ampsPerM2)) / laws.voidCoulombsPerM2();
        contact = Math.clamp(before + perSecond * seconds, Penetration.LEAST_CONTACT, 1);
        if (ampsPerM2 > 0) {
            filament *= Math.exp(-laws.recededShare() * ampsPerM2 * seconds / laws.filamentCoulombsPerM2());
        } else {
            filament += beyond(-ampsPerM2, critical, before, perSecond, seconds) / laws.filamentCoulombsPerM2();
        }
    }

    /** Charge per area plated beyond the critical current while the contact grows at a rate: {@code max(0, i/theta - i_c)}. */
    private static double beyond(double amps, double critical, double from, double perSecond, double seconds) {
        double enough = Math.min(1, amps / critical);
        if (amps / from <= critical) {
            return 0;
        }
        double to = Math.min(enough, from + perSecond * seconds);
        if (to - from < 1e-9) {
            return (amps / from - critical) * seconds;
        }
        double growing = (to - from) / perSecond;
        double crowded = amps * growing * Math.log(to / from) / (to - from) - critical * growing;
        return crowded + Math.max(0, amps - critical) * (to == 1 ? seconds - growing : 0);
    }
}
