-- The directory: one short line for each living client, made from its card at every commit.
-- Lists and search read it alone. It holds nothing of its own and can be made anew.
CREATE TABLE directory (
    client_id   INTEGER PRIMARY KEY REFERENCES clients (id),
    kind        INTEGER NOT NULL,
    owner_id    INTEGER,
    employer_id INTEGER,
    roles       INTEGER NOT NULL,
    name_key    TEXT    NOT NULL, -- folded; the legal form stands behind the name
    inn         TEXT    NOT NULL,
    city        TEXT    NOT NULL,
    phone       TEXT    NOT NULL,
    email       TEXT    NOT NULL,
    position    TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    birthday    TEXT    NOT NULL
) STRICT;

CREATE INDEX directory_name ON directory (kind, name_key, client_id, owner_id);
CREATE INDEX directory_owner ON directory (owner_id, kind);

-- What search compares: folded names, numbers, addresses. Apart from the lines, which a list reads
-- by the million and wants short.
CREATE TABLE directory_search (
    client_id INTEGER PRIMARY KEY REFERENCES clients (id),
    search    TEXT    NOT NULL
) STRICT;

-- Trigrams of `search`, without the text itself.
CREATE VIRTUAL TABLE directory_text USING fts5 (
    search, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1'
);

-- Who may see whom; every question about clients goes through it.
CREATE VIEW visible AS
    SELECT e.id AS employee_id, d.*
      FROM employees e JOIN directory d ON e.sees_all = 1 OR d.owner_id = e.id
     WHERE e.deleted_by IS NULL;

-- The same for the bin, where the directory has no lines.
CREATE VIEW visible_in_bin AS
    SELECT e.id AS employee_id, c.id AS client_id, c.deleted_by
      FROM employees e JOIN clients c ON e.sees_all = 1 OR c.owner_id = e.id
     WHERE e.deleted_by IS NULL AND c.deleted_by IS NOT NULL;
