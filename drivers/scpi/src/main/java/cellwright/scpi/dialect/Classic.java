package cellwright.scpi.dialect;

import cellwright.scpi.codec.Numeral;
import cellwright.scpi.codec.Question;
import cellwright.scpi.dialect.Plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Keithley 2400 family and what speaks like it; a 2450 too whose command set is SCPI2400. */
public record Classic() implements Dialect {
    private static final List<Integer> PROTECTIONS = List.of(20, 40, 60, 80, 100, 120, 160);
    private static final int FIELDS = 3;

    private static final int OVERFLOW = 1;
    private static final int LIMITED = 1 << 3;
    private static final int CLAMPED = 1 << 4;
    private static final int CROSSED = 1 << 16;

    @Override
    public String name() {
        return "2400";
    }

    @Override
    public String lineEnd() {
        return "\r";
    }

    @Override
    public Optional<Question<Outcome>> language() {
        return Optional.empty();
    }

    @Override
    public List<Assignment> highImpedance() {
        return List.of(Assignment.word(":OUTP:SMOD", "HIMP", new Check.Word("HIMP")));
    }

    @Override
    public List<Assignment> loosen(Plan plan) {
        String source = plan.source() == Source.CURRENT ? "CURR" : "VOLT";
        return List.of(
                Assignment.word(":SOUR:FUNC", source, new Check.Word(source)),
                Assignment.number(":SOUR:" + source, 0, Dialect.nothing(plan)),
                Assignment.flag(":SENS:" + sensed(plan) + ":RANG:AUTO", true));
    }

    @Override
    public List<Assignment> setUp(Plan plan, Wiring wiring) {
        boolean current = plan.source() == Source.CURRENT;
        String source = current ? "CURR" : "VOLT";
        List<Assignment> all = new ArrayList<>();
        all.add(Assignment.flag(":SOUR:CLE:AUTO", false));
        all.add(Assignment.word(":ROUT:TERM", wiring.rear() ? "REAR" : "FRON", wiring.terminals()));
        all.add(Assignment.flag(":SYST:RSEN", wiring.fourWires()));
        all.add(Assignment.word(":SOUR:FUNC", source, new Check.Word(source)));
        all.add(Assignment.word(":SOUR:" + source + ":MODE", "FIX", new Check.Word("FIX")));
        all.add(Assignment.flag(":SENS:FUNC:CONC", true));
        all.add(Assignment.word(":SENS:FUNC", "'VOLT','CURR'", new Check.Holds(List.of("VOLT", "CURR"))));
        all.add(Assignment.word(":SENS:VOLT:NPLC", Numeral.said(wiring.cycles()), wiring.integration()));
        all.add(Assignment.word(":FORM", "ASC", new Check.Word("ASC")));
        all.add(Assignment.word(":FORM:ELEM", "VOLT,CURR,STAT", new Check.Holds(List.of("VOLT", "CURR", "STAT"))));
        all.add(Assignment.word(":ARM:COUN", "1", new Check.Near(1, 0)));
        all.add(Assignment.word(":TRIG:COUN", "1", new Check.Near(1, 0)));
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
        int most = PROTECTIONS.getLast();
        int step = PROTECTIONS.stream()
                .filter(volts -> volts >= plan.protection())
                .findFirst()
                .orElse(most);
        return Assignment.number(":SOUR:VOLT:PROT", step, new Check.Near(step, 1));
    }

    private static Assignment limit(Plan plan) {
        return Assignment.number(":SENS:" + sensed(plan) + ":PROT", plan.limit(), Dialect.limit(plan));
    }

    private static Assignment measureRange(Plan plan) {
        String node = ":SENS:" + sensed(plan) + ":RANG";
        return plan.measureRange() == 0
                ? Assignment.flag(node + ":AUTO", true)
                : Assignment.number(node, plan.measureRange(), new Check.Covers(plan.measureRange()));
    }

    private static Assignment level(Plan plan) {
        String node = plan.source() == Source.CURRENT ? ":SOUR:CURR" : ":SOUR:VOLT";
        return Assignment.number(node, plan.level(), Dialect.level(plan));
    }

    @Override
    public Question<Measured> reading(Plan plan) {
        return new Question<>(
                ":READ?", text -> Numeral.reading(text, FIELDS, 2, true).map(Classic::understood));
    }

    private static Measured understood(List<Double> fields) {
        long status = fields.get(FIELDS - 1).longValue();
        return new Measured(
                fields.get(0),
                fields.get(1),
                (status & LIMITED) != 0,
                (status & CLAMPED) != 0,
                (status & CROSSED) != 0,
                false,
                (status & OVERFLOW) != 0);
    }

    private static String sensed(Plan plan) {
        return plan.source() == Source.CURRENT ? "VOLT" : "CURR";
    }
}
