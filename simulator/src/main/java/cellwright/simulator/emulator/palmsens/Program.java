package cellwright.simulator.emulator.palmsens;

import java.util.List;

/**
 * A script that was read.
 *
 * @param instructions in order
 * @param finish index of the last block's first instruction, or the number of instructions if there is none
 */
record Program(List<Instruction> instructions, int finish) {
    /**
     * A line.
     *
     * @param line counted from 1
     * @param command its first word
     * @param arguments the others; one in parentheses is a single one
     * @param partner of a loop its end, of an end its loop, of a condition its next case
     * @param end of a condition its endif, of a breakloop the end of the loop it leaves
     */
    record Instruction(int line, String command, List<String> arguments, int partner, int end) {
        boolean measures() {
            return command.startsWith("meas_loop_");
        }

        String argument(int index) {
            return arguments.get(index);
        }
    }
}
