/**
 * The published experiments, made again and judged: {@code cellwright reproduce}.
 *
 * <p>An {@link cellwright.lab.reproduce.Experiment} is data: protocols and cells of the library, what is set, and
 * {@link cellwright.lab.reproduce.Check}s, each with a target and a pure function that makes one number of what the runs recorded. The
 * {@link cellwright.lab.reproduce.AcceptanceTable} lists them. A {@link cellwright.lab.reproduce.Reproduction} makes every run with
 * several seeds, as {@code cellwright run} does, reads back its journal, and judges. A run that is refused, ends by a limit or
 * breaks down is a row that fails with a sentence, never an exception. {@link cellwright.lab.reproduce.ReportFiles} writes what came
 * out, with a figure for each experiment.
 *
 * <p>Adding a row: a {@code Check} in its experiment, a few lines. Its target comes from where the number was published and is
 * never loosened to pass.
 */
@NullMarked
package cellwright.lab.reproduce;

import org.jspecify.annotations.NullMarked;
