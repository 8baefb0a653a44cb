package cellwright.simulator.emulator.palmsens;

import static java.util.Map.entry;

import cellwright.simulator.emulator.palmsens.Program.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script line by line, as the instrument does while it comes in. Mutable, one thread. */
final class ProgramReader {
    /** Arguments of the commands understood: v a variable, n a number or variable, t a type, w any word. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            entry("var", "w"),
            entry("store_var", "vnt"),
            entry("copy_var", "vv"),
            entry("add_var", "vn"),
            entry("sub_var", "vn"),
            entry("mul_var", "vn"),
            entry("div_var", "vn"),
            entry("alter_vartype", "vt"),
            entry("set_pgstat_chan", "n"),
            entry("set_pgstat_mode", "n"),
            entry("set_max_bandwidth", "n"),
            entry("set_acquisition_frac_autoadjust", "n"),
            entry("set_range", "tn"),
            entry("set_range_minmax", "tnn"),
            entry("set_autoranging", "tnn"),
            entry("set_e", "n"),
            entry("set_i", "n"),
            entry("cell_on", ""),
            entry("cell_off", ""),
            entry("wait", "n"),
            entry("timer_start", ""),
            entry("timer_get", "v"),
            entry("meas", "nvt"),
            entry("meas_loop_ca", "vvnnn"),
            entry("meas_loop_cp", "vvnnn"),
            entry("meas_loop_ocp", "vnn"),
            entry("meas_loop_eis", "vvvnnnnn"),
            entry("meas_loop_geis", "vvvnnnnn"),
            entry("loop", "nwn"),
            entry("endloop", ""),
            entry("breakloop", ""),
            entry("if", "nwn"),
            entry("elseif", "nwn"),
            entry("else", ""),
            entry("endif", ""),
            entry("pck_start", ""),
            entry("pck_add", "v"),
            entry("pck_end", ""),
            entry("abort", ""),
            entry("send_string", "w"),
            entry("on_finished:", ""));

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^\\s(\"]+(\\([^)]*\\))?");
    private static final Pattern EXTRA = Pattern.compile("add_meas\\((\\d) ([a-z]{2}) ([a-z][a-z0-9_]*)\\)");
    private static final int MOST_LINES = 2000;

    private final boolean extras;
    private final Set<String> variables = new HashSet<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int lines;
    private int finish = -1;

    /** Reads for an instrument with or without {@code add_meas}. */
    ProgramReader(boolean extras) {
        this.extras = extras;
    }

    /** Takes the next line, which is not empty. */
    void on(String text) throws ScriptError {
        lines++;
        List<String> words = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        Matcher word = WORD.matcher(withoutComment(text));
        while (word.find()) {
            words.add(word.group());
            columns.add(word.start() + 1);
        }
        if (words.isEmpty()) {
            return;
        }
        if (lines > MOST_LINES) {
            throw new ScriptError(ScriptError.TOO_LARGE, lines, 1);
        }
        String form = FORMS.get(words.get(0));
        if (form == null) {
            throw new ScriptError(
                    ScriptError.UNKNOWN_COMMAND,
                    lines,
                    columns.get(0) + words.get(0).length());
        }
        check(words, columns, form);
        add(words.get(0), List.copyOf(words.subList(1, words.size())));
    }

    private static String withoutComment(String text) {
        int mark = text.indexOf('#');
        return mark < 0 ? text : text.substring(0, mark);
    }

    private void check(List<String> words, List<Integer> columns, String form) throws ScriptError {
        for (int i = 0; i < form.length(); i++) {
            if (i + 1 >= words.size()) {
                throw new ScriptError(ScriptError.ENDS_EARLY, lines, columns.getLast());
            }
            check(form.charAt(i), words.get(i + 1), columns.get(i + 1));
        }
        for (int i = form.length() + 1; i < words.size(); i++) {
            Matcher extra = EXTRA.matcher(words.get(i));
            boolean known = extras && words.get(0).startsWith("meas_loop_") && extra.matches();
            if (!known) {
                throw new ScriptError(ScriptError.OPTIONAL_ARGUMENT, lines, columns.get(i));
            }
            check('v', extra.group(3), columns.get(i));
        }
        if (words.get(0).equals("var") && !variables.add(words.get(1))) {
            throw new ScriptError(ScriptError.DECLARED_TWICE, lines, columns.get(1));
        }
    }

    private void check(char kind, String word, int column) throws ScriptError {
        boolean name = Character.isLetter(word.charAt(0));
        if ((kind == 'v' || (kind == 'n' && name)) && !variables.contains(word)) {
            throw new ScriptError(ScriptError.UNDECLARED, lines, column);
        }
        if (kind == 'n' && !name && Amount.literal(word).isEmpty()) {
            throw new ScriptError(ScriptError.MALFORMED_NUMBER, lines, column);
        }
        if (kind == 't' && !word.matches("[a-z]{2}")) {
            throw new ScriptError(0x0002, lines, column);
        }
    }

    private void add(String command, List<String> arguments) throws ScriptError {
        int here = instructions.size();
        switch (command) {
            case "on_finished:" -> finish = here + 1;
            case "loop", "if" -> open.push(here);
            case "elseif", "else" -> {
                closes("if", "elseif");
                link(open.pop(), here);
                open.push(here);
            }
            case "endif" -> {
                closes("if", "elseif", "else");
                link(open.pop(), here);
            }
            case "endloop" -> {
                closes("loop", "meas_loop_");
                link(open.peek(), here);
            }
            default -> opens(command, here);
        }
        int partner = command.equals("endloop") ? open.pop() : -1;
        instructions.add(new Instruction(lines, command, arguments, partner, -1));
    }

    private void opens(String command, int here) throws ScriptError {
        boolean inMeasuringLoop =
                open.stream().anyMatch(index -> instructions.get(index).measures());
        if (command.startsWith("meas") && inMeasuringLoop) {
            throw new ScriptError(
                    command.equals("meas") ? ScriptError.NOT_IN_LOOP : ScriptError.NESTED_LOOPS, lines, 1);
        }
        if (command.startsWith("meas_loop_")) {
            open.push(here);
        }
    }

    private void closes(String... openers) throws ScriptError {
        String opener = open.isEmpty() ? "" : instructions.get(open.peek()).command();
        for (String each : openers) {
            if (opener.startsWith(each)) {
                return;
            }
        }
        throw new ScriptError(ScriptError.UNKNOWN_COMMAND, lines, 1);
    }

    private void link(int from, int to) {
        Instruction old = instructions.get(from);
        instructions.set(from, new Instruction(old.line(), old.command(), old.arguments(), to, -1));
    }

    /** The whole script, after its empty line. */
    Program finished() throws ScriptError {
        if (!open.isEmpty()) {
            throw new ScriptError(ScriptError.ENDS_EARLY, lines + 1, 1);
        }
        int end = instructions.size();
        Program program = new Program(List.copyOf(ends()), finish < 0 ? end : finish);
        return program;
    }

    /** Gives every case its endif and every breakloop the end of its loop. */
    private List<Instruction> ends() {
        List<Instruction> complete = new ArrayList<>();
        Deque<Integer> loops = new ArrayDeque<>();
        for (int i = 0; i < instructions.size(); i++) {
            Instruction each = instructions.get(i);
            if (each.command().equals("loop") || each.measures()) {
                loops.push(each.partner());
            }
            int end =
                    switch (each.command()) {
                        case "if", "elseif", "else" -> endif(i);
                        case "breakloop" -> loops.isEmpty() ? -1 : loops.peek();
                        default -> -1;
                    };
            if (each.command().equals("endloop")) {
                loops.pop();
            }
            complete.add(new Instruction(each.line(), each.command(), each.arguments(), each.partner(), end));
        }
        return complete;
    }

    private int endif(int from) {
        int at = from;
        while (!instructions.get(at).command().equals("endif")) {
            at = instructions.get(at).partner();
        }
        return at;
    }
}
