package cellwright.lab.serve;

import cellwright.lab.Gather;
import cellwright.lab.InputText;
import cellwright.lab.RunFolder;
import cellwright.lab.RunTeller;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.LabReader;
import cellwright.store.follow.Outlet;
import cellwright.store.follow.Told;
import cellwright.store.influx.InfluxOutlet;
import cellwright.store.influx.InfluxTarget;
import cellwright.store.influx.ReadBack;
import cellwright.store.influx.Reconciliation;
import cellwright.store.influx.Reconciliation.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the runs of a laboratory with what a server holds of them, and sends again what differs.
 *
 * @param lab the laboratory's name
 * @param folder the laboratory's folder
 * @param target the server
 */
public record Reconciler(String lab, Path folder, InfluxTarget target) {
    /** How many rows were sent, and what kept it from sending more. */
    public record Sent(long rows, Optional<String> trouble) {}

    /** The laboratory and the server of a configuration file. */
    public static Result<Reconciler> open(Path file, InfluxSetup.Environment environment) {
        return Gather.then(
                InputText.read(file),
                text -> Gather.then(
                        LabReader.read(file.toString(), text),
                        read -> Gather.then(
                                InfluxSetup.of(read.plan(), file, environment),
                                target -> Gather.then(LabSetup.folder(file), folder -> target.<Result<Reconciler>>map(
                                                found -> new Result.Made<>(
                                                        new Reconciler(
                                                                read.plan().name(), folder, found),
                                                        List.of()))
                                        .orElseGet(() -> none(file))))));
    }

    private static Result<Reconciler> none(Path file) {
        return new Result.Refused<>(List.of(Problem.error(
                Place.whole(file.toString()),
                "the laboratory hands nothing on, so there is nothing to compare; \"influx:\" names a server")));
    }

    /** The folders of all its runs. */
    public List<RunFolder> runs() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(Files::isDirectory).sorted().map(RunFolder::new).toList();
        }
    }

    /**
     * What the server holds otherwise than the journal.
     *
     * @throws IOException if the records cannot be read or the server does not answer
     */
    public List<Difference> compare(RunTeller run, ReadBack store) throws IOException {
        long resolution = target.plan().resolution().toNanos();
        Reconciliation reconciliation = new Reconciliation(run.label(), resolution);
        run.tell(resolution, reconciliation::take);
        return reconciliation.against(store);
    }

    /**
     * Sends the cycles that differ again; what is there already is overwritten with the same.
     *
     * @throws IOException if the records cannot be read
     */
    public Sent send(RunTeller run, List<Difference> differences, InfluxOutlet outlet) throws IOException {
        Sending sending = new Sending(differences, outlet);
        run.tell(target.plan().resolution().toNanos(), sending::take);
        sending.deliver();
        return new Sent(sending.rows, sending.trouble);
    }

    /** One pass over a run. */
    private static final class Sending {
        private final List<Difference> differences;
        private final InfluxOutlet outlet;
        private long rows;
        private Optional<String> trouble = Optional.empty();

        Sending(List<Difference> differences, InfluxOutlet outlet) {
            this.differences = differences;
            this.outlet = outlet;
        }

        void take(Told told) {
            if (trouble.isEmpty() && Reconciliation.concerns(told, differences)) {
                outlet.take(told);
                if (outlet.isFull()) {
                    deliver();
                }
            }
        }

        void deliver() {
            if (trouble.isPresent()) {
                return;
            }
            switch (outlet.deliver(0)) {
                case Outlet.Delivery.Done done -> rows += done.items();
                case Outlet.Delivery.Later later -> trouble = Optional.of(later.why());
                case Outlet.Delivery.Again again -> trouble = Optional.of(again.why());
            }
        }
    }
}
