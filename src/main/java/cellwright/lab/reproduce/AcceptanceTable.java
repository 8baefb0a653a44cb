package cellwright.lab.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The experiments the virtual laboratory is to reproduce, in the order of their rows. */
public final class AcceptanceTable {
    private static final List<Experiment> ALL = List.of(
            ConductivityExperiments.chloride(),
            ConductivityExperiments.energy(),
            PolarisationExperiments.electronic(),
            LifeExperiments.rates(),
            LifeExperiments.threeC(),
            LifeExperiments.twoC(),
            LifeExperiments.fifth(),
            LifeExperiments.highVoltage(),
            LifeExperiments.lessNickel(),
            ThickExperiments.nickel(),
            ThickExperiments.cobalt(),
            ThickExperiments.thickest(),
            ThickExperiments.littleElectrolyte(),
            ImpedanceExperiments.alongTheFirstCycle(),
            ImpedanceExperiments.overCycles(),
            HoldExperiments.ageing(),
            FilmExperiments.life(),
            ConductivityExperiments.film(),
            LithiumExperiments.criticalCurrent(),
            PressureExperiments.breathing(),
            ProgramExperiments.reference(),
            ProgramExperiments.chargeBalance(),
            ProgramExperiments.determinism());

    /** The rows there are to be. N2 and N3 are no runs; the report says where they are. */
    private static final List<String> ROWS = List.of(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
            "20", "21", "22", "N1", "N4");

    private AcceptanceTable() {}

    /** Every experiment. */
    public static List<Experiment> all() {
        return ALL;
    }

    /** The numbers of rows that no experiment tells yet. */
    public static List<String> missing() {
        Set<String> told = ALL.stream()
                .flatMap(experiment -> experiment.checks().stream())
                .map(Check::row)
                .collect(Collectors.toSet());
        return ROWS.stream().filter(row -> !told.contains(row)).toList();
    }

    /**
     * The experiments of some ids, or of the table's row numbers, in the table's order, each once.
     *
     * @throws IllegalArgumentException if a name is not known; the message lists those that are
     */
    public static List<Experiment> named(List<String> names) {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeIf(name -> ALL.stream().anyMatch(experiment -> isNamed(experiment, name)));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no experiment \"" + String.join("\", \"", unknown)
                    + "\"; there are (rows of the table in brackets): "
                    + ALL.stream().map(AcceptanceTable::words).collect(Collectors.joining(", ")));
        }
        return ALL.stream()
                .filter(experiment -> names.stream().anyMatch(name -> isNamed(experiment, name)))
                .toList();
    }

    private static boolean isNamed(Experiment experiment, String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return experiment.id().equals(wanted)
                || experiment.checks().stream().anyMatch(check -> check.row().equals(wanted));
    }

    private static String words(Experiment experiment) {
        String rows = experiment.checks().stream().map(Check::row).distinct().collect(Collectors.joining(", "));
        return rows.equals(experiment.id()) ? experiment.id() : experiment.id() + " (" + rows + ")";
    }
}
