-- Requisites of our own companies, and who signs for them.
ALTER TABLE companies ADD COLUMN full_name TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN inn TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN kpp TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN ogrn TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN city TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN legal_address TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN postal_address TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN web TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN bank TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN bik TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN correspondent TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN signatory TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN signatory_position TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN signatory_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN accountant TEXT NOT NULL DEFAULT '';
ALTER TABLE companies ADD COLUMN tax TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE companies ADD COLUMN mode TEXT NOT NULL DEFAULT 'included';

-- Pictures that papers of a company bear.
CREATE TABLE company_pictures (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    company_id INTEGER NOT NULL REFERENCES companies (id),
    kind       TEXT    NOT NULL, -- logo, stamp, signature, accountant-signature
    name       TEXT    NOT NULL, -- of the file
    size       INTEGER NOT NULL, -- bytes
    digest     TEXT    NOT NULL -- SHA-256 in hexadecimal
) STRICT;

CREATE INDEX company_pictures_created_by ON company_pictures (created_by);

-- Rates of value added tax. Where there are none those of the country hold.
CREATE TABLE tax_rates (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    class       TEXT    NOT NULL, -- zero, special-5, special-7, reduced, standard
    rate        INTEGER NOT NULL, -- hundredths of a per cent
    valid_from  TEXT,
    valid_until TEXT -- the last day
) STRICT;

CREATE INDEX tax_rates_created_by ON tax_rates (created_by);

-- What is sold.
CREATE TABLE products (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    code       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    group_id   INTEGER REFERENCES terms (id),
    unit       TEXT    NOT NULL,
    tax        TEXT    NOT NULL, -- exempt, or a class of the rates
    cost       INTEGER, -- kopecks a unit
    currency   TEXT    NOT NULL,
    is_service INTEGER NOT NULL CHECK (is_service IN (0, 1)),
    note       TEXT    NOT NULL
) STRICT;

CREATE INDEX products_created_by ON products (created_by);
CREATE INDEX products_code ON products (code) WHERE code <> '';

-- Lists of prices.
CREATE TABLE price_lists (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    name       TEXT    NOT NULL,
    currency   TEXT    NOT NULL,
    mode       TEXT    NOT NULL, -- included, on-top
    position   INTEGER NOT NULL
) STRICT;

CREATE INDEX price_lists_created_by ON price_lists (created_by);

-- What products cost by each list.
CREATE TABLE prices (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    list_id    INTEGER NOT NULL REFERENCES price_lists (id),
    product_id INTEGER NOT NULL REFERENCES products (id),
    amount     INTEGER NOT NULL -- kopecks a unit
) STRICT;

CREATE INDEX prices_created_by ON prices (created_by);
CREATE INDEX prices_product ON prices (product_id, list_id);
CREATE INDEX prices_list ON prices (list_id);

-- Kinds of contract.
CREATE TABLE contract_kinds (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    name       TEXT    NOT NULL,
    mask       TEXT    NOT NULL, -- of its numbers; empty for the usual one
    is_support INTEGER NOT NULL CHECK (is_support IN (0, 1)),
    position   INTEGER NOT NULL
) STRICT;

CREATE INDEX contract_kinds_created_by ON contract_kinds (created_by);

-- Documents of Word with fields, from which papers are made.
CREATE TABLE paper_templates (
    id               INTEGER PRIMARY KEY,
    version          INTEGER NOT NULL DEFAULT 1,
    created_by       INTEGER NOT NULL REFERENCES operations (id),
    deleted_by       INTEGER REFERENCES operations (id),
    kind             TEXT    NOT NULL, -- of papers: offer, contract, invoice, act, waybill, letter
    contract_kind_id INTEGER REFERENCES contract_kinds (id),
    title            TEXT    NOT NULL,
    name             TEXT    NOT NULL, -- of the file
    size             INTEGER NOT NULL, -- bytes
    digest           TEXT    NOT NULL, -- SHA-256 in hexadecimal
    delimiters       TEXT    NOT NULL,
    missing          TEXT    NOT NULL, -- error, blank, keep
    position         INTEGER NOT NULL
) STRICT;

CREATE INDEX paper_templates_created_by ON paper_templates (created_by);

-- Offers, contracts, invoices, acts, waybills, letters.
CREATE TABLE papers (
    id                 INTEGER PRIMARY KEY,
    version            INTEGER NOT NULL DEFAULT 1,
    created_by         INTEGER NOT NULL REFERENCES operations (id),
    deleted_by         INTEGER REFERENCES operations (id),
    kind               TEXT    NOT NULL, -- offer, contract, invoice, act, waybill, letter
    contract_kind_id   INTEGER REFERENCES contract_kinds (id),
    number             TEXT    NOT NULL,
    dated_on           TEXT    NOT NULL,
    subject            TEXT    NOT NULL,
    company_id         INTEGER REFERENCES companies (id),
    client_id          INTEGER NOT NULL REFERENCES clients (id),
    contact_id         INTEGER REFERENCES clients (id),
    basis_id           INTEGER REFERENCES papers (id) DEFERRABLE INITIALLY DEFERRED, -- what it was made from
    project_id         INTEGER REFERENCES tasks (id),
    state              TEXT    NOT NULL, -- draft, issued, accepted, closed, declined, cancelled
    city               TEXT    NOT NULL,
    signatory          TEXT    NOT NULL, -- for the client
    signatory_position TEXT    NOT NULL,
    signatory_basis    TEXT    NOT NULL,
    signatory_phrase   TEXT    NOT NULL, -- as the user corrected it
    own_signatory      TEXT    NOT NULL,
    own_position       TEXT    NOT NULL,
    own_basis          TEXT    NOT NULL,
    own_phrase         TEXT    NOT NULL,
    currency           TEXT    NOT NULL,
    mode               TEXT    NOT NULL, -- included, on-top
    rounding           TEXT    NOT NULL, -- line, document
    total              INTEGER NOT NULL, -- kopecks, with tax
    tax                INTEGER NOT NULL, -- kopecks
    terms              TEXT    NOT NULL,
    note               TEXT    NOT NULL,
    due_on             TEXT, -- to be paid; to the end of what it holds
    renewal_days       INTEGER,
    manager_id         INTEGER REFERENCES employees (id),
    controller_id      INTEGER REFERENCES employees (id),
    task_id            INTEGER REFERENCES tasks (id) -- that waits for the payment or the renewal
) STRICT;

CREATE INDEX papers_created_by ON papers (created_by);
CREATE INDEX papers_client ON papers (client_id, kind);
CREATE INDEX papers_contact ON papers (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX papers_basis ON papers (basis_id) WHERE basis_id IS NOT NULL;
CREATE INDEX papers_date ON papers (kind, dated_on, id) WHERE deleted_by IS NULL;
CREATE INDEX papers_number ON papers (kind, number);
CREATE INDEX papers_task ON papers (task_id) WHERE task_id IS NOT NULL;

-- What papers list.
CREATE TABLE paper_lines (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    paper_id   INTEGER NOT NULL REFERENCES papers (id),
    product_id INTEGER REFERENCES products (id),
    name       TEXT    NOT NULL,
    unit       TEXT    NOT NULL,
    quantity   INTEGER NOT NULL, -- thousandths
    price      INTEGER NOT NULL, -- kopecks a unit
    tax_class  TEXT    NOT NULL,
    tax_rate   INTEGER, -- hundredths of a per cent; NULL for no tax
    position   INTEGER NOT NULL
) STRICT;

CREATE INDEX paper_lines_created_by ON paper_lines (created_by);
CREATE INDEX paper_lines_paper ON paper_lines (paper_id);
CREATE INDEX paper_lines_product ON paper_lines (product_id) WHERE product_id IS NOT NULL;

-- What contracts promise.
CREATE TABLE obligations (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    paper_id   INTEGER NOT NULL REFERENCES papers (id),
    text       TEXT    NOT NULL,
    due_on     TEXT,
    penalty    TEXT    NOT NULL,
    is_ours    INTEGER NOT NULL CHECK (is_ours IN (0, 1)), -- else the client's
    task_id    INTEGER REFERENCES tasks (id),
    position   INTEGER NOT NULL
) STRICT;

CREATE INDEX obligations_created_by ON obligations (created_by);
CREATE INDEX obligations_paper ON obligations (paper_id);

-- Files made from templates; never changed.
CREATE TABLE paper_versions (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    client_id  INTEGER NOT NULL REFERENCES clients (id),
    paper_id   INTEGER NOT NULL REFERENCES papers (id),
    ordinal    INTEGER NOT NULL, -- of the paper, from 1 on
    name       TEXT    NOT NULL, -- of the file
    size       INTEGER NOT NULL, -- bytes
    digest     TEXT    NOT NULL, -- SHA-256 in hexadecimal
    text       TEXT    NOT NULL, -- what stands in it, for search
    made_at    INTEGER NOT NULL, -- milliseconds UTC
    author_id  INTEGER REFERENCES employees (id)
) STRICT;

CREATE INDEX paper_versions_created_by ON paper_versions (created_by);
CREATE INDEX paper_versions_client ON paper_versions (client_id);
CREATE INDEX paper_versions_paper ON paper_versions (paper_id);

-- Money that came in or went back.
CREATE TABLE payments (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    client_id   INTEGER NOT NULL REFERENCES clients (id),
    company_id  INTEGER REFERENCES companies (id),
    paid_on     TEXT    NOT NULL,
    amount      INTEGER NOT NULL, -- kopecks; below zero for a refund
    currency    TEXT    NOT NULL,
    number      TEXT    NOT NULL, -- of the payment order
    purpose     TEXT    NOT NULL,
    origin      TEXT    NOT NULL, -- manual, statement
    fingerprint TEXT    NOT NULL -- of a line of a statement
) STRICT;

CREATE INDEX payments_created_by ON payments (created_by);
CREATE INDEX payments_client ON payments (client_id);
CREATE INDEX payments_date ON payments (paid_on, id) WHERE deleted_by IS NULL;
CREATE INDEX payments_fingerprint ON payments (fingerprint) WHERE fingerprint <> '';

-- Which invoices payments are for.
CREATE TABLE allocations (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    payment_id INTEGER NOT NULL REFERENCES payments (id),
    paper_id   INTEGER NOT NULL REFERENCES papers (id),
    amount     INTEGER NOT NULL -- kopecks
) STRICT;

CREATE INDEX allocations_created_by ON allocations (created_by);
CREATE INDEX allocations_payment ON allocations (payment_id);
CREATE INDEX allocations_paper ON allocations (paper_id);

-- How far the numbers of papers have come. Outside the log of operations: no undo winds it back, so
-- that no number is given twice. A number that nobody took in the end stays unused.
CREATE TABLE counters (
    series TEXT    NOT NULL, -- the kind of paper, with that of contract where it has a mask of its own
    period INTEGER NOT NULL, -- the year; 0 where numbers do not tell it
    last   INTEGER NOT NULL, -- the last that was given
    PRIMARY KEY (series, period)
) STRICT, WITHOUT ROWID;
