-- Our own companies: who sells.
CREATE TABLE companies (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    name       TEXT    NOT NULL
) STRICT;

CREATE INDEX companies_created_by ON companies (created_by);

CREATE TABLE employees (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    surname    TEXT    NOT NULL,
    first_name TEXT    NOT NULL,
    patronymic TEXT    NOT NULL,
    position   TEXT    NOT NULL,
    sees_all   INTEGER NOT NULL CHECK (sees_all IN (0, 1))
) STRICT;

CREATE INDEX employees_created_by ON employees (created_by);

-- Organisations and persons: one base.
CREATE TABLE clients (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    kind        INTEGER NOT NULL CHECK (kind IN (0, 1)), -- 0 organisation, 1 person
    owner_id    INTEGER REFERENCES employees (id),
    roles       INTEGER NOT NULL, -- bits: potential 1, active 2, former 4, partner 8, competitor 16
    name        TEXT    NOT NULL,
    full_name   TEXT    NOT NULL,
    inn         TEXT    NOT NULL,
    kpp         TEXT    NOT NULL,
    ogrn        TEXT    NOT NULL,
    surname     TEXT    NOT NULL,
    first_name  TEXT    NOT NULL,
    patronymic  TEXT    NOT NULL,
    sex         TEXT    CHECK (sex IN ('m', 'f')),
    birthday    TEXT, -- 1980-05-12, or --05-12
    employer_id INTEGER REFERENCES clients (id),
    department  TEXT    NOT NULL,
    position    TEXT    NOT NULL,
    since       TEXT,
    external_id TEXT    NOT NULL,
    note        TEXT    NOT NULL
) STRICT;

CREATE INDEX clients_created_by ON clients (created_by);
CREATE INDEX clients_deleted_by ON clients (deleted_by) WHERE deleted_by IS NOT NULL;
CREATE INDEX clients_employer ON clients (employer_id) WHERE employer_id IS NOT NULL;
CREATE INDEX clients_inn ON clients (inn) WHERE inn <> '';
CREATE INDEX clients_external ON clients (external_id) WHERE external_id <> '';

-- Phones, faxes, e-mails, pages.
CREATE TABLE contact_points (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL DEFAULT 1,
    created_by   INTEGER NOT NULL REFERENCES operations (id),
    deleted_by   INTEGER REFERENCES operations (id),
    client_id    INTEGER NOT NULL REFERENCES clients (id),
    channel      TEXT    NOT NULL,
    value        TEXT    NOT NULL, -- as typed
    key          TEXT    NOT NULL, -- digits of a phone, folded address or page
    key_reversed TEXT,             -- digits of a phone from the last one on
    is_main      INTEGER NOT NULL CHECK (is_main IN (0, 1))
) STRICT;

CREATE INDEX contact_points_created_by ON contact_points (created_by);
CREATE INDEX contact_points_client ON contact_points (client_id);
CREATE INDEX contact_points_key ON contact_points (key, client_id);
CREATE INDEX contact_points_reversed ON contact_points (key_reversed, client_id)
 WHERE key_reversed IS NOT NULL;

CREATE TABLE addresses (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    client_id   INTEGER NOT NULL REFERENCES clients (id),
    purpose     TEXT    NOT NULL,
    postal_code TEXT    NOT NULL,
    region      TEXT    NOT NULL,
    city        TEXT    NOT NULL,
    street      TEXT    NOT NULL,
    is_main     INTEGER NOT NULL CHECK (is_main IN (0, 1))
) STRICT;

CREATE INDEX addresses_created_by ON addresses (created_by);
CREATE INDEX addresses_client ON addresses (client_id);

CREATE TABLE bank_accounts (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL DEFAULT 1,
    created_by    INTEGER NOT NULL REFERENCES operations (id),
    deleted_by    INTEGER REFERENCES operations (id),
    client_id     INTEGER NOT NULL REFERENCES clients (id),
    number        TEXT    NOT NULL,
    bank          TEXT    NOT NULL,
    bik           TEXT    NOT NULL,
    correspondent TEXT    NOT NULL,
    is_main       INTEGER NOT NULL CHECK (is_main IN (0, 1))
) STRICT;

CREATE INDEX bank_accounts_created_by ON bank_accounts (created_by);
CREATE INDEX bank_accounts_client ON bank_accounts (client_id);

CREATE TABLE groups (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    kind       INTEGER NOT NULL CHECK (kind IN (0, 1)),
    name       TEXT    NOT NULL
) STRICT;

CREATE INDEX groups_created_by ON groups (created_by);

CREATE TABLE memberships (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    client_id  INTEGER NOT NULL REFERENCES clients (id),
    group_id   INTEGER NOT NULL REFERENCES groups (id)
) STRICT;

CREATE INDEX memberships_created_by ON memberships (created_by);
CREATE INDEX memberships_client ON memberships (client_id);
CREATE INDEX memberships_group ON memberships (group_id, client_id) WHERE deleted_by IS NULL;
