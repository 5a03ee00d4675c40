-- Branches of the tree that an employee has folded. Written outside the log: how one looks at the
-- work is no work.
CREATE TABLE folded_branches (
    employee_id INTEGER NOT NULL REFERENCES employees (id),
    task_id     INTEGER NOT NULL REFERENCES tasks (id),
    PRIMARY KEY (employee_id, task_id)
) STRICT, WITHOUT ROWID;
