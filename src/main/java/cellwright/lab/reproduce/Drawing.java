package cellwright.lab.reproduce;

import cellwright.figure.Figure;

/** An experiment's figure, or why there is none. */
public sealed interface Drawing {
    /** Drawn. */
    record Drawn(Figure figure) implements Drawing {}

    /** Not drawn; why, in words. */
    record Missing(String why) implements Drawing {}
}
