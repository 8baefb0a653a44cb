package cellwright.simulator.emulator.scpi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.LongSupplier;

/** The tree of an instrument: what both families know, and what one of them knows. Mutable, one thread. */
final class Commands {
    private static final int LONGEST_QUEUE = 10;

    private final SmuKind kind;
    private final SourceUnit unit;
    private final Mischief mischief;
    private final Tree tree = new Tree();
    private final Deque<String> errors = new ArrayDeque<>();
    private final Setting.Quantity cycles;
    private final Setting.Flag fourWires = new Setting.Flag(false);
    private final Setting.Word terminals = new Setting.Word("FRON", Map.of("FRON", "FRONT", "REAR", "REAR"));
    private final LongSupplier nowNanos;

    Commands(SmuKind kind, SourceUnit unit, Mischief mischief, LongSupplier nowNanos) {
        this.kind = kind;
        this.unit = unit;
        this.mischief = mischief;
        this.nowNanos = nowNanos;
        this.cycles = new Setting.Quantity(kind, 1, 0.01, 10);
        common();
        if (kind.classic()) {
            new ClassicCommands(this).addTo(tree);
        } else {
            new NewerCommands(this).addTo(tree);
        }
    }

    SmuKind kind() {
        return kind;
    }

    SourceUnit unit() {
        return unit;
    }

    Mischief mischief() {
        return mischief;
    }

    Setting.Quantity cycles() {
        return cycles;
    }

    Setting.Flag fourWires() {
        return fourWires;
    }

    boolean front() {
        return terminals.value().equals("FRON");
    }

    double seconds() {
        return nowNanos.getAsLong() * 1e-9;
    }

    /** How long a measurement takes. */
    long measuringNanos() {
        return Math.round(2 * 20e6 * cycles.value());
    }

    Tree.Node find(String header) throws Refusal {
        return tree.find(header);
    }

    void complain(Refusal refusal) {
        if (errors.size() == LONGEST_QUEUE) {
            errors.removeLast();
            errors.addLast("-350,\"Queue overflow\"");
        } else {
            errors.addLast(refusal.entry());
        }
    }

    /** What a reboot forgets. */
    void reset() {
        errors.clear();
        unit.reset();
        fourWires.on(false);
        cycles.value(1);
        terminals.value("FRON");
    }

    private void common() {
        tree.add("*IDN", asked(mischief::badge));
        tree.add(":FORMat[:DATA]", new Setting.Word("ASC", Map.of("ASC", "ASCII")));
        tree.add("*ESE", new Setting.Count(0, 255));
        tree.add("*OPC", asked(() -> "1"));
        tree.add("*CLS", told(errors::clear));
        tree.add("*RST", told(unit::reset));
        tree.add(":SYSTem:CLEar", told(errors::clear));
        tree.add(":SYSTem:ERRor[:NEXT]", asked(() -> errors.isEmpty() ? "0,\"No error\"" : errors.removeFirst()));
        tree.add(":OUTPut[:STATe]", output());
        tree.add(":ROUTe:TERMinals", withOutputOff(terminals));
        tree.add(":SOURce:FUNCtion[:MODE]", function());
        tree.add(":SOURce:CURRent[:LEVel][:IMMediate][:AMPLitude]", level(unit.amps, unit.ampRange));
        tree.add(":SOURce:VOLTage[:LEVel][:IMMediate][:AMPLitude]", level(unit.volts, unit.voltRange));
        tree.add(":SOURce:CURRent:RANGe", range(unit.ampRange, unit.amps));
        tree.add(":SOURce:VOLTage:RANGe", range(unit.voltRange, unit.volts));
        tree.add(":SOURce:CURRent:RANGe:AUTO", unit.ampRange.auto());
        tree.add(":SOURce:VOLTage:RANGe:AUTO", unit.voltRange.auto());
        tree.add(":SENSe:CURRent[:DC]:RANGe[:UPPer]", unit.measuredAmps);
        tree.add(":SENSe:VOLTage[:DC]:RANGe[:UPPer]", unit.measuredVolts);
        tree.add(":SENSe:CURRent[:DC]:RANGe:AUTO", unit.measuredAmps.auto());
        tree.add(":SENSe:VOLTage[:DC]:RANGe:AUTO", unit.measuredVolts.auto());
        tree.add(":SENSe:CURRent[:DC]:NPLCycles", cycles);
        tree.add(":SENSe:VOLTage[:DC]:NPLCycles", cycles);
    }

    /** What both are told and asked. */
    interface Source {
        String text() throws Refusal;
    }

    /** A question that nothing can be set by. */
    static Tree.Node asked(Source source) {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                throw Refusal.undefinedHeader();
            }

            @Override
            public String get(String argument) throws Refusal {
                return source.text();
            }
        };
    }

    /** A command that answers nothing. */
    static Tree.Node told(Runnable action) {
        return new Tree.Node() {
            @Override
            public void set(String argument) {
                action.run();
            }

            @Override
            public String get(String argument) throws Refusal {
                throw Refusal.undefinedHeader();
            }
        };
    }

    private Tree.Node output() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                var wanted = new Setting.Flag(false);
                wanted.set(argument);
                unit.turn(wanted.on());
            }

            @Override
            public String get(String argument) {
                return unit.saysOn() ? "1" : "0";
            }
        };
    }

    /** A change of the function switches the output off. */
    private Tree.Node function() {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                String before = unit.function.value();
                unit.function.set(argument);
                if (!unit.function.value().equals(before)) {
                    unit.turn(false);
                }
            }

            @Override
            public String get(String argument) {
                return unit.function.get(argument);
            }
        };
    }

    private Tree.Node withOutputOff(Setting setting) {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                unit.turn(false);
                setting.set(argument);
            }

            @Override
            public String get(String argument) throws Refusal {
                return setting.get(argument);
            }
        };
    }

    private static Tree.Node level(Setting.Quantity level, Setting.Range range) {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                double before = level.value();
                level.set(argument);
                if (Math.abs(level.value()) > 1.05 * range.value()) {
                    level.value(before);
                    throw Refusal.outOfRange();
                }
            }

            @Override
            public String get(String argument) {
                return level.get(argument);
            }
        };
    }

    private static Tree.Node range(Setting.Range range, Setting.Quantity level) {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                var checked = new Setting.Quantity(SmuKind.K2450, 0, Math.abs(level.value()) / 1.05, 1e9);
                checked.set(argument);
                range.set(argument);
            }

            @Override
            public String get(String argument) {
                return range.get(argument);
            }
        };
    }

    /** The off-state, unless it is refused without a word. */
    Tree.Node offState(Setting.Word... states) {
        return new Tree.Node() {
            @Override
            public void set(String argument) throws Refusal {
                for (Setting.Word state : states) {
                    String before = state.value();
                    state.set(argument);
                    if (mischief.offStateRefused()) {
                        state.value(before);
                    }
                }
            }

            @Override
            public String get(String argument) {
                return states[0].get(argument);
            }
        };
    }
}
