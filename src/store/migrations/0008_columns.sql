-- The columns of the directory by themselves, some hundred clients a piece: a filter or an order
-- reads the two or three that it asks for, and nothing else. Made from the lines at each commit.
CREATE TABLE directory_columns (
    kind        INTEGER NOT NULL,
    column_name TEXT    NOT NULL,
    first_id    INTEGER NOT NULL, -- the lowest client of the piece
    cells       BLOB    NOT NULL,
    PRIMARY KEY (kind, column_name, first_id)
) STRICT;

-- Who looks at them; where the employee does not see all, the owners in the piece tell whom.
CREATE VIEW visible_columns AS
    SELECT e.id AS employee_id, e.sees_all, c.*
      FROM employees e JOIN directory_columns c
     WHERE e.deleted_by IS NULL;

-- Only the order of names is asked of it now.
DROP INDEX directory_name;
CREATE INDEX directory_name ON directory (kind, name_key, client_id, owner_id);
