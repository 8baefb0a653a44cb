package cellwright.scpi.dialect;

import cellwright.scpi.codec.Numeral;
import cellwright.scpi.codec.Question;
import cellwright.scpi.dialect.Plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keithley 2450, 2460 and 2461 with the command set SCPI. */
public record Newer() implements Dialect {
    private static final List<Integer> PROTECTIONS = List.of(2, 5, 10, 20, 40, 60, 80, 100, 120, 140, 160, 180);
    private static final int FIELDS = 4;

    private static final int CLAMPED = 4;
    private static final int HOT = 16;
    private static final int LIMITED = 32;
    /** Bit 1 in early firmware, bit 0 in later. */
    private static final int DOUBTFUL = 3;

    @Override
    public String name() {
        return "2450";
    }

    @Override
    public String lineEnd() {
        return "\n";
    }

    @Override
    public Optional<Question<Outcome>> language() {
        return Optional.of(new Check.Word("SCPI").asked("*LANG?"));
    }

    @Override
    public List<Assignment> highImpedance() {
        return List.of(offState("CURR"), offState("VOLT"));
    }

    private static Assignment offState(String source) {
        String node = ":OUTP:" + source + ":SMOD";
        return new Assignment(node + " HIMP", node + "?", new Check.Word("HIMP"));
    }

    @Override
    public List<Assignment> loosen(Plan plan) {
        return List.of(
                Assignment.word(":SOUR:FUNC", source(plan), new Check.Word(source(plan))),
                Assignment.number(":SOUR:" + source(plan), 0, Dialect.nothing(plan)),
                Assignment.flag(":SENS:" + sensed(plan) + ":RANG:AUTO", true));
    }

    @Override
    public List<Assignment> setUp(Plan plan, Wiring wiring) {
        String source = source(plan);
        String sensed = sensed(plan);
        List<Assignment> all = new ArrayList<>();
        all.add(Assignment.word(":FORM", "ASC", new Check.Word("ASC")));
        all.add(Assignment.word(":FORM:ASC:PREC", "7", new Check.Near(7, 0)));
        all.add(Assignment.word(":ROUT:TERM", wiring.rear() ? "REAR" : "FRON", wiring.terminals()));
        all.add(Assignment.word(":SOUR:FUNC", source, new Check.Word(source)));
        all.add(Assignment.word(":SENS:FUNC", '"' + sensed + '"', new Check.Holds(List.of(sensed))));
        all.add(Assignment.flag(":SENS:" + sensed + ":RSEN", wiring.fourWires()));
        all.add(Assignment.word(":SENS:" + sensed + ":NPLC", Numeral.said(wiring.cycles()), wiring.integration()));
        all.add(Assignment.word(":SENS:COUN", "1", new Check.Near(1, 0)));
        all.add(Assignment.flag(":SOUR:" + source + ":READ:BACK", true));
        all.add(protection(plan));
        all.add(limit(plan));
        all.add(measureRange(plan));
        all.add(Assignment.number(
                ":SOUR:" + source + ":RANG", plan.sourceRange(), new Check.Covers(plan.sourceRange())));
        all.add(level(plan));
        return List.copyOf(all);
    }

    @Override
    public List<Assignment> change(Plan plan) {
        return List.of(limit(plan), level(plan));
    }

    private static Assignment protection(Plan plan) {
        String step = PROTECTIONS.stream()
                .filter(volts -> volts >= plan.protection())
                .findFirst()
                .map(volts -> "PROT" + volts)
                .orElse("NONE");
        return Assignment.word(":SOUR:VOLT:PROT", step, new Check.Word(step));
    }

    private static Assignment limit(Plan plan) {
        String node = plan.source() == Source.CURRENT ? ":SOUR:CURR:VLIM" : ":SOUR:VOLT:ILIM";
        return Assignment.number(node, plan.limit(), Dialect.limit(plan));
    }

    private static Assignment measureRange(Plan plan) {
        String node = ":SENS:" + sensed(plan) + ":RANG";
        return plan.measureRange() == 0
                ? Assignment.flag(node + ":AUTO", true)
                : Assignment.number(node, plan.measureRange(), new Check.Covers(plan.measureRange()));
    }

    private static Assignment level(Plan plan) {
        return Assignment.number(":SOUR:" + source(plan), plan.level(), Dialect.level(plan));
    }

    @Override
    public Question<Measured> reading(Plan plan) {
        boolean current = plan.source() == Source.CURRENT;
        return new Question<>(
                ":READ? \"defbuffer1\",SOUR,READ,SOURSTAT,STAT",
                text -> Numeral.reading(text, FIELDS, 2, false).map(fields -> understood(fields, current)));
    }

    private static Measured understood(List<Double> fields, boolean current) {
        double sourced = fields.get(0);
        double sensed = fields.get(1);
        long source = fields.get(2).longValue();
        long measure = fields.get(FIELDS - 1).longValue();
        return new Measured(
                current ? sensed : sourced,
                current ? sourced : sensed,
                (source & LIMITED) != 0,
                (source & CLAMPED) != 0,
                false,
                (source & HOT) != 0,
                (measure & DOUBTFUL) != 0);
    }

    private static String source(Plan plan) {
        return plan.source() == Source.CURRENT ? "CURR" : "VOLT";
    }

    private static String sensed(Plan plan) {
        return plan.source() == Source.CURRENT ? "VOLT" : "CURR";
    }
}
