package cellwright.analysis.impedance;

import cellwright.analysis.Refusal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An equivalent circuit, such as {@code R0-p(R1,CPE1)-Wo1}: {@code -} puts in series, {@code p(a,b)} in parallel, to any depth.
 * Elements and formulas are those of {@link ElementKind}; an element of two parameters has them as {@code CPE1_0} and
 * {@code CPE1_1}. Immutable.
 */
public final class Circuit {
    private final String text;
    private final Block root;
    private final List<Parameter> parameters;
    private final List<Block.Leaf> leaves;

    private Circuit(String text, Block root, List<Parameter> parameters, List<Block.Leaf> leaves) {
        this.text = text;
        this.root = root;
        this.parameters = List.copyOf(parameters);
        this.leaves = List.copyOf(leaves);
    }

    /**
     * A parameter of a circuit.
     *
     * @param name such as {@code R0} or {@code CPE1_0}
     * @param quantity what it is
     */
    public record Parameter(String name, Quantity quantity) {}

    /**
     * Reads a circuit.
     *
     * @throws IllegalArgumentException with the column, if it is none
     */
    public static Circuit parse(String text) {
        CircuitReader reader = new CircuitReader(text);
        Block root = reader.read();
        return new Circuit(text, root, reader.parameters(), reader.leaves());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The parameters in the order they are written. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Index of a parameter.
     *
     * @throws IllegalArgumentException if the circuit has none of that name
     */
    public int index(String name) {
        return IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("circuit " + text + " has no parameter " + name
                        + "; it has " + parameters.stream().map(Parameter::name).toList()));
    }

    /**
     * Impedance in ohm.
     *
     * @param hertz above 0
     * @param values of the parameters, in their order and units, each allowed by its quantity
     * @throws IllegalArgumentException if a value is not allowed or their number is wrong
     */
    public Phasor ohm(double hertz, double... values) {
        Refusal.unlessPositive(hertz, "the frequency in hertz");
        check(values);
        return root.ohm(2 * Math.PI * hertz, values);
    }

    /** Refuses values that cannot be those of the parameters. */
    void check(double[] values) {
        if (values.length != parameters.size()) {
            throw new IllegalArgumentException(
                    "circuit " + text + " has " + parameters.size() + " parameters, not " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!parameters.get(i).quantity().allows(values[i])) {
                throw new IllegalArgumentException(parameters.get(i).name() + " cannot be " + values[i]);
            }
        }
    }

    Block root() {
        return root;
    }

    List<Block.Leaf> leaves() {
        return leaves;
    }

    @Override
    public String toString() {
        return text;
    }
}
