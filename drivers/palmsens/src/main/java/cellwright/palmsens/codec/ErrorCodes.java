package cellwright.palmsens.codec;

import java.util.Map;
import java.util.TreeMap;

/** What the error numbers of the instruments mean, in our words; any thread. */
public final class ErrorCodes {
    /** A command came while a script runs, or one that needs a script while none does. */
    public static final int WRONG_MODE = 0x0006;
    /** An optional argument is not known. */
    public static final int OPTIONAL_ARGUMENT = 0x4008;

    private static final Map<Integer, String> MEANINGS = meanings("""
            0001 unspecified error
            0002 invalid type of variable
            0003 unknown command
            0004 unknown register
            0005 register cannot be written
            0006 not now: a script is running, or none is
            0007 argument not expected
            0008 command too long
            0009 command timed out
            000B no memory for the variable
            000C no script loaded
            000E overflow while averaging
            000F potential not valid
            0010 a variable became not-a-number or infinite
            0011 frequency not valid
            0012 amplitude not valid
            0014 open-circuit measurement with the cell on
            0015 checksum wrong
            0016 flash memory failed
            001A calibration invalid
            001B not supported by this instrument
            001C potential step smaller than the converter's
            001F not licensed
            0020 only one channel may be in high-speed mode
            0021 potentiostat mode not supported
            0023 command not valid in this potentiostat mode
            0024 too many variables to measure
            0026 file operation failed
            0028 division by zero
            002B line checksum wrong
            002C line number wrong
            002D line too short
            002F channel not available
            0032 critical overload of the cell, measurement broken off
            003E timed out
            0048 not an instrument of several channels
            0052 serial line overrun
            0058 a fast measurement missed its timing
            005A timing cannot be met
            0080 counter electrode oscillates
            0082 system warnings must be cleared first
            4001 unknown script command
            4004 unexpected character
            4005 script too large
            4008 optional argument not valid
            400B measurement loop inside a measurement loop
            400D blocks nested too deeply
            400F array index out of bounds
            4018 script ends too early
            401A not allowed inside a measurement loop
            401B package commands out of order
            401C too many variables in a package
            4026 variable declared twice
            4027 needs the cell on
            4028 needs the cell off
            4032 potential cannot be set inside this loop
            4033 current cannot be set inside this loop
            4034 not licensed
            4036 allowed only inside a measurement loop
            4037 overflow
            4039 malformed number
            4200 must not be negative
            4202 must not be zero
            4205 out of bounds
            4206 not on this instrument
            4207 wrong data type
            4209 wrong type of variable
            420B variable not declared
            7FFF fatal error, the instrument must be reset
            """);

    private ErrorCodes() {}

    /** The number and its meaning, {@code 4027 (needs the cell on)}. */
    public static String told(int code) {
        return "%04X (%s)".formatted(code, MEANINGS.getOrDefault(code, "not in this driver's list, see the manual"));
    }

    private static Map<Integer, String> meanings(String table) {
        Map<Integer, String> meanings = new TreeMap<>();
        table.lines().forEach(line -> meanings.put(Integer.parseInt(line.substring(0, 4), 16), line.substring(5)));
        return meanings;
    }
}
