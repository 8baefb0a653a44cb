package cellwright.simulator.emulator.scpi;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Nodes of the tree that hold one value each. Mutable, one thread. */
sealed interface Setting extends Tree.Node {
    /** A number, within bounds; it is told as the instrument writes numbers. */
    final class Quantity implements Setting {
        private final SmuKind kind;
        private final double least;
        private final double most;
        private double value;

        Quantity(SmuKind kind, double value, double least, double most) {
            this.kind = kind;
            this.value = value;
            this.least = least;
            this.most = most;
        }

        double value() {
            return value;
        }

        void value(double now) {
            value = now;
        }

        @Override
        public void set(String argument) throws Refusal {
            double wanted = number(argument);
            if (!(wanted >= least && wanted <= most)) {
                throw Refusal.outOfRange();
            }
            value = wanted;
        }

        @Override
        public String get(String argument) {
            return kind.number(value);
        }
    }

    /** A whole number, told without decimals. */
    final class Count implements Setting {
        private final long least;
        private final long most;
        private long value;

        Count(long least, long most) {
            this.least = least;
            this.most = most;
            this.value = least;
        }

        @Override
        public void set(String argument) throws Refusal {
            double wanted = number(argument);
            if (wanted < least || wanted > most) {
                throw Refusal.outOfRange();
            }
            value = Math.round(wanted);
        }

        @Override
        public String get(String argument) {
            return Long.toString(value);
        }
    }

    /** On or off, told as 1 or 0. */
    final class Flag implements Setting {
        private boolean on;

        Flag(boolean on) {
            this.on = on;
        }

        boolean on() {
            return on;
        }

        void on(boolean now) {
            on = now;
        }

        @Override
        public void set(String argument) throws Refusal {
            on = flag(argument);
        }

        @Override
        public String get(String argument) {
            return on ? "1" : "0";
        }
    }

    /** One of several words, taken in long or short form, told in its short one. */
    final class Word implements Setting {
        private final Map<String, String> longerByShorter;
        private String value;

        Word(String value, Map<String, String> longerByShorter) {
            this.value = value;
            this.longerByShorter = longerByShorter;
        }

        String value() {
            return value;
        }

        void value(String now) {
            value = now;
        }

        @Override
        public void set(String argument) throws Refusal {
            String wanted = argument.toUpperCase(Locale.ROOT);
            value = longerByShorter.entrySet().stream()
                    .filter(entry -> wanted.equals(entry.getKey()) || wanted.equals(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(Refusal::illegalParameter);
        }

        @Override
        public String get(String argument) {
            return value;
        }
    }

    /** A range: the smallest that covers what is asked for. */
    final class Range implements Setting {
        private final SmuKind kind;
        private final List<Double> ranges;
        private final Flag auto = new Flag(true);
        private double value;

        Range(SmuKind kind, List<Double> ranges) {
            this.kind = kind;
            this.ranges = ranges;
            this.value = ranges.getLast();
        }

        /** Whether it follows the value; setting a range ends that. */
        Flag auto() {
            return auto;
        }

        /** The range in use; the largest while it follows. */
        double value() {
            return auto.on() ? ranges.getLast() : value;
        }

        @Override
        public void set(String argument) throws Refusal {
            double wanted = Math.abs(number(argument));
            value = ranges.stream()
                    .filter(range -> range >= wanted * (1 - 1e-9))
                    .findFirst()
                    .orElseThrow(Refusal::outOfRange);
            auto.on(false);
        }

        @Override
        public String get(String argument) {
            return kind.number(value);
        }
    }

    private static double number(String argument) throws Refusal {
        try {
            return Double.parseDouble(argument.strip());
        } catch (NumberFormatException none) {
            throw new Refusal(-104, "Data type error");
        }
    }

    private static boolean flag(String argument) throws Refusal {
        return switch (argument.toUpperCase(Locale.ROOT)) {
            case "ON", "1" -> true;
            case "OFF", "0" -> false;
            default -> throw Refusal.illegalParameter();
        };
    }
}
