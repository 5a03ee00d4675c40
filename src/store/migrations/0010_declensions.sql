-- What users made of names and positions in a case, where the rules were wrong about them.
CREATE TABLE declensions (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    client_id  INTEGER NOT NULL REFERENCES clients (id),
    text       TEXT    NOT NULL, -- the name or position in the nominative
    form_case  TEXT    NOT NULL, -- genitive, dative, accusative, instrumental, prepositional
    form       TEXT    NOT NULL
) STRICT;

CREATE INDEX declensions_created_by ON declensions (created_by);
CREATE INDEX declensions_client ON declensions (client_id);
