package cellwright.world.link;

/**
 * Who still needs the machine's serial ports. Their library closes all of them when the process is asked to end, at the same
 * moment at which a laboratory begins to bring its cells to rest; so it is made to wait until nobody has a need any more. Any
 * thread.
 */
public final class PortNeeds {
    /** The needs of this process. */
    public static final PortNeeds OF_THIS_MACHINE = new PortNeeds();

    private int needs;

    PortNeeds() {}

    /** Something for which the ports stay open, until it is closed. */
    public final class Need implements AutoCloseable {
        private boolean over;

        private Need() {}

        /** Lets the ports go; a second time changes nothing. */
        @Override
        public void close() {
            synchronized (PortNeeds.this) {
                if (!over) {
                    over = true;
                    needs--;
                    PortNeeds.this.notifyAll();
                }
            }
        }
    }

    /**
     * From now on the ports stay open, also while the process ends. Who has a need bounds it in time: the process waits for as
     * long as there is one.
     */
    public synchronized Need need() {
        needs++;
        return new Need();
    }

    /** Returns once nobody needs the ports; at once if nobody does, or if the thread is interrupted. */
    synchronized void awaitNone() {
        try {
            while (needs > 0) {
                wait();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
