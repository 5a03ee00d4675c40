-- One row per operation: who did what, when, on which device.
CREATE TABLE operations (
    id          INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    name        TEXT    NOT NULL,
    reverts_id  INTEGER REFERENCES operations (id),
    employee_id INTEGER NOT NULL,
    device      INTEGER NOT NULL,
    done_at     INTEGER NOT NULL -- milliseconds UTC
) STRICT;

CREATE INDEX operations_employee ON operations (employee_id, id);
CREATE UNIQUE INDEX operations_reverts ON operations (reverts_id) WHERE reverts_id IS NOT NULL;

-- One row per changed column. A new row needs none: it knows the operation that made it.
CREATE TABLE changes (
    operation_id INTEGER NOT NULL REFERENCES operations (id),
    table_name   TEXT    NOT NULL,
    row_id       INTEGER NOT NULL,
    column_name  TEXT    NOT NULL,
    version      INTEGER NOT NULL, -- of the row, after the change
    old_value    TEXT,             -- JSON
    new_value    TEXT,
    PRIMARY KEY (operation_id, table_name, row_id, column_name)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_row ON changes (row_id, version);

-- The numbers that running programs have borrowed, so that no two make the same id.
CREATE TABLE devices (
    number  INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 1023),
    holder  TEXT    NOT NULL,
    seen_at INTEGER NOT NULL -- milliseconds UTC
) STRICT;
