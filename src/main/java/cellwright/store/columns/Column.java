package cellwright.store.columns;

/**
 * A column of a store.
 *
 * @param ordinal its place among the columns, from 0, in the order in which they first had a number
 * @param header what it holds and from which row on
 */
record Column(int ordinal, Header header) {
    Quantity quantity() {
        return header.quantity();
    }

    Quantity.Kind kind() {
        return header.quantity().kind();
    }

    String rawName() {
        return Layout.column(ordinal, header.quantity());
    }

    String indexName() {
        return Layout.index(ordinal, header.quantity());
    }
}
