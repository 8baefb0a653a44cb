package cellwright.analysis.impedance;

import java.util.List;

/** A part of a circuit. Its parameters are the contiguous ones from {@link #from()} to before {@link #to()}. */
sealed interface Block {
    /** Index of its first parameter. */
    int from();

    /** Index after its last parameter. */
    int to();

    /** Impedance in ohm. */
    Phasor ohm(double omega, double[] values);

    /** Impedance in ohm; puts its derivative by each of its parameters at the parameter's index. */
    Phasor slopes(double omega, double[] values, Phasor[] slopes);

    /** One element. */
    record Leaf(String name, ElementKind kind, int from) implements Block {
        @Override
        public int to() {
            return from + kind.quantities().size();
        }

        @Override
        public Phasor ohm(double omega, double[] values) {
            return kind.ohm(omega, values[from], values[to() - 1]);
        }

        @Override
        public Phasor slopes(double omega, double[] values, Phasor[] slopes) {
            double second = values[to() - 1];
            slopes[from] = kind.byFirst(omega, values[from], second);
            if (to() - from == 2) {
                slopes[from + 1] = kind.bySecond(omega, values[from], second);
            }
            return kind.ohm(omega, values[from], second);
        }
    }

    /** One after the other. */
    record Series(List<Block> parts) implements Block {
        @Override
        public int from() {
            return parts.get(0).from();
        }

        @Override
        public int to() {
            return parts.get(parts.size() - 1).to();
        }

        @Override
        public Phasor ohm(double omega, double[] values) {
            Phasor sum = Phasor.ZERO;
            for (Block part : parts) {
                sum = sum.plus(part.ohm(omega, values));
            }
            return sum;
        }

        @Override
        public Phasor slopes(double omega, double[] values, Phasor[] slopes) {
            Phasor sum = Phasor.ZERO;
            for (Block part : parts) {
                sum = sum.plus(part.slopes(omega, values, slopes));
            }
            return sum;
        }
    }

    /** Side by side. */
    record Parallel(List<Block> branches) implements Block {
        @Override
        public int from() {
            return branches.get(0).from();
        }

        @Override
        public int to() {
            return branches.get(branches.size() - 1).to();
        }

        @Override
        public Phasor ohm(double omega, double[] values) {
            Phasor siemens = Phasor.ZERO;
            for (Block branch : branches) {
                siemens = siemens.plus(branch.ohm(omega, values).inverse());
            }
            return siemens.inverse();
        }

        @Override
        public Phasor slopes(double omega, double[] values, Phasor[] slopes) {
            Phasor[] admittances = new Phasor[branches.size()];
            Phasor siemens = Phasor.ZERO;
            for (int i = 0; i < admittances.length; i++) {
                admittances[i] = branches.get(i).slopes(omega, values, slopes).inverse();
                siemens = siemens.plus(admittances[i]);
            }
            Phasor ohm = siemens.inverse();
            for (int i = 0; i < admittances.length; i++) {
                Phasor share = ohm.times(admittances[i]);
                Phasor squared = share.times(share);
                for (int p = branches.get(i).from(); p < branches.get(i).to(); p++) {
                    slopes[p] = slopes[p].times(squared);
                }
            }
            return ohm;
        }
    }
}
