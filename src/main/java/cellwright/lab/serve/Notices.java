package cellwright.lab.serve;

import cellwright.engine.Effect;

/** Told what happens in the laboratory while it happens; on the conductor's thread or the clerk's, must be quick, must not throw. */
public interface Notices {
    /** A channel reports something of its run. */
    void report(String channel, Effect.Report report);

    /** Something that concerns the laboratory as a whole. */
    void remark(String text);
}
