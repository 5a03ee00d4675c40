-- Work: kinds of operations with their results, templates, the tree of tasks, who takes part,
-- check lists, working time, reminders.

-- Kinds of operation: call, meeting, presentation.
CREATE TABLE task_kinds (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL DEFAULT 1,
    created_by   INTEGER NOT NULL REFERENCES operations (id),
    deleted_by   INTEGER REFERENCES operations (id),
    name         TEXT    NOT NULL,
    icon         TEXT    NOT NULL,
    availability TEXT    NOT NULL, -- what an operation of the kind makes of those who take part
    minutes      INTEGER NOT NULL, -- how long one usually lasts; 0 for no time of its own
    checklist    TEXT    NOT NULL, -- one item a line
    position     INTEGER NOT NULL
) STRICT;

CREATE INDEX task_kinds_created_by ON task_kinds (created_by);

-- The dictionary of results of each kind.
CREATE TABLE task_results (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL DEFAULT 1,
    created_by   INTEGER NOT NULL REFERENCES operations (id),
    deleted_by   INTEGER REFERENCES operations (id),
    kind_id      INTEGER NOT NULL REFERENCES task_kinds (id),
    name         TEXT    NOT NULL,
    meaning      TEXT    NOT NULL, -- success, neutral, failure
    next_kind_id INTEGER REFERENCES task_kinds (id), -- what is proposed then
    next_days    INTEGER NOT NULL, -- … so many working days later
    position     INTEGER NOT NULL
) STRICT;

CREATE INDEX task_results_created_by ON task_results (created_by);

-- Templates of whole trees.
CREATE TABLE project_templates (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    name       TEXT    NOT NULL,
    levels     INTEGER NOT NULL CHECK (levels BETWEEN 2 AND 4)
) STRICT;

CREATE INDEX project_templates_created_by ON project_templates (created_by);

CREATE TABLE template_steps (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    template_id INTEGER NOT NULL REFERENCES project_templates (id),
    parent_id   INTEGER REFERENCES template_steps (id),
    rank        TEXT    NOT NULL, -- stage, operation
    kind_id     INTEGER REFERENCES task_kinds (id),
    title       TEXT    NOT NULL,
    plan        TEXT    NOT NULL,
    stage_id    INTEGER REFERENCES terms (id),
    employee_id INTEGER REFERENCES employees (id), -- who does it; NULL for who leads the project
    offset_days INTEGER NOT NULL, -- working days from the beginning of the project
    days        INTEGER NOT NULL, -- working days that it may take
    minute      INTEGER CHECK (minute BETWEEN 0 AND 1439), -- of the day, local; NULL for no time
    minutes     INTEGER NOT NULL,
    is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
    checklist   TEXT    NOT NULL, -- one item a line
    position    INTEGER NOT NULL
) STRICT;

CREATE INDEX template_steps_created_by ON template_steps (created_by);
CREATE INDEX template_steps_template ON template_steps (template_id);

-- A rule by which operations repeat; each repetition is a task of its own.
CREATE TABLE task_series (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    rule       TEXT    NOT NULL, -- as RRULE of RFC 5545
    starts_on  TEXT    NOT NULL, -- the first day, local
    made_until TEXT    NOT NULL  -- repetitions up to this day are tasks already
) STRICT;

CREATE INDEX task_series_created_by ON task_series (created_by);

-- One table for the history of a client, the tree of a deal, the calendar and the funnel.
CREATE TABLE tasks (
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL DEFAULT 1,
    created_by    INTEGER NOT NULL REFERENCES operations (id),
    deleted_by    INTEGER REFERENCES operations (id),
    parent_id     INTEGER REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    rank          TEXT    NOT NULL, -- project, stage, operation
    client_id     INTEGER REFERENCES clients (id),
    contact_id    INTEGER REFERENCES clients (id),
    kind_id       INTEGER REFERENCES task_kinds (id),
    title         TEXT    NOT NULL,
    plan          TEXT    NOT NULL, -- the result that is hoped for
    outcome       TEXT    NOT NULL, -- what came of it
    result_id     INTEGER REFERENCES task_results (id),
    reason_id     INTEGER REFERENCES terms (id), -- why it was lost
    priority      TEXT    NOT NULL, -- low, normal, high
    state         TEXT    NOT NULL, -- open, done, lost, cancelled
    finished_at   INTEGER,          -- milliseconds UTC
    starts_at     INTEGER,          -- milliseconds UTC; NULL without a time of day
    starts_on     TEXT,             -- the day, where there is no time of day
    due_at        INTEGER,
    due_on        TEXT,
    minutes       INTEGER,          -- how long it lasts
    place         TEXT    NOT NULL,
    medium        TEXT,
    availability  TEXT    NOT NULL, -- busy, free, away
    author_id     INTEGER REFERENCES employees (id), -- who gave it
    controller_id INTEGER REFERENCES employees (id),
    levels        INTEGER,          -- of a project: how deep its tree may be
    amount        INTEGER,          -- of a project: kopecks
    currency      TEXT    NOT NULL,
    expected_on   TEXT,             -- of a project: when the deal is to be won
    stage_id      INTEGER REFERENCES terms (id), -- where a project stands; which one a stage is
    stage_since   INTEGER,          -- milliseconds UTC
    is_required   INTEGER NOT NULL CHECK (is_required IN (0, 1)),
    series_id     INTEGER REFERENCES task_series (id),
    template_id   INTEGER REFERENCES project_templates (id),
    position      INTEGER NOT NULL  -- among its sisters
) STRICT;

CREATE INDEX tasks_created_by ON tasks (created_by);
CREATE INDEX tasks_client ON tasks (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX tasks_contact ON tasks (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX tasks_parent ON tasks (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX tasks_series ON tasks (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX tasks_author ON tasks (author_id, id) WHERE author_id IS NOT NULL AND state = 'open' AND deleted_by IS NULL;
CREATE INDEX tasks_projects ON tasks (stage_id, id) WHERE rank = 'project' AND state = 'open' AND deleted_by IS NULL;
CREATE INDEX tasks_finished ON tasks (finished_at) WHERE finished_at IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX tasks_undated ON tasks (id)
    WHERE state = 'open' AND rank = 'operation' AND starts_at IS NULL AND starts_on IS NULL
      AND due_at IS NULL AND due_on IS NULL AND deleted_by IS NULL;

CREATE TABLE task_participants (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    task_id     INTEGER NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    employee_id INTEGER NOT NULL REFERENCES employees (id),
    degree      TEXT    NOT NULL -- leads, assists, informed
) STRICT;

CREATE INDEX task_participants_created_by ON task_participants (created_by);
CREATE INDEX task_participants_task ON task_participants (task_id, employee_id);

CREATE TABLE check_items (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    task_id     INTEGER NOT NULL REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED,
    text        TEXT    NOT NULL,
    is_done     INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    position    INTEGER NOT NULL
) STRICT;

CREATE INDEX check_items_created_by ON check_items (created_by);
CREATE INDEX check_items_task ON check_items (task_id);

-- Who is in the calendar when: a line for each living operation with a date and each employee who
-- takes part in it, made from both at every commit. It holds nothing of its own.
CREATE TABLE agenda (
    task_id     INTEGER NOT NULL REFERENCES tasks (id),
    employee_id INTEGER NOT NULL,
    starts      INTEGER,           -- milliseconds UTC; midnight UTC of a whole day
    ends        INTEGER,           -- the first moment after it
    due         INTEGER NOT NULL,  -- after this moment it is overdue; whole days: the next midnight UTC
    is_open     INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    PRIMARY KEY (task_id, employee_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX agenda_time ON agenda (employee_id, starts, ends) WHERE starts IS NOT NULL;
-- Those of more than two days, which a search by their beginning would miss.
CREATE INDEX agenda_long ON agenda (employee_id, ends) WHERE ends - starts > 172800000;
CREATE INDEX agenda_due ON agenda (employee_id, due) WHERE is_open = 1;

-- Days on which an employee does not work.
CREATE TABLE absences (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    employee_id INTEGER NOT NULL REFERENCES employees (id),
    kind        TEXT    NOT NULL, -- leave, trip, illness, other
    starts_on   TEXT    NOT NULL,
    ends_on     TEXT    NOT NULL, -- the last day
    note        TEXT    NOT NULL
) STRICT;

CREATE INDEX absences_created_by ON absences (created_by);
CREATE INDEX absences_employee ON absences (employee_id, starts_on) WHERE deleted_by IS NULL;

-- When people work; a row of an employee replaces the row of the office for that weekday.
CREATE TABLE working_hours (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    employee_id INTEGER REFERENCES employees (id), -- NULL for the office
    weekday     INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440), -- of the day, local
    to_minute   INTEGER NOT NULL CHECK (to_minute BETWEEN 0 AND 1440)    -- as early: a day off
) STRICT;

CREATE INDEX working_hours_created_by ON working_hours (created_by);

-- Days that are not as the production calendar says, or that it does not know.
CREATE TABLE special_days (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES operations (id),
    deleted_by INTEGER REFERENCES operations (id),
    day        TEXT    NOT NULL,
    kind       TEXT    NOT NULL, -- holiday, working, short
    name       TEXT    NOT NULL
) STRICT;

CREATE INDEX special_days_created_by ON special_days (created_by);

-- When to remind whom of a task, or by default of tasks of a kind or of an employee.
CREATE TABLE reminders (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER NOT NULL REFERENCES operations (id),
    deleted_by  INTEGER REFERENCES operations (id),
    task_id     INTEGER REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED, -- NULL for a default
    kind_id     INTEGER REFERENCES task_kinds (id),  -- a default for this kind; NULL for all
    employee_id INTEGER REFERENCES employees (id),   -- a default of this employee; NULL for all
    audience    TEXT    NOT NULL, -- participants, controller
    event       TEXT    NOT NULL, -- start, overdue, finished, result, never
    minutes     INTEGER NOT NULL, -- so long before the start
    result_id   INTEGER REFERENCES task_results (id)
) STRICT;

CREATE INDEX reminders_created_by ON reminders (created_by);
CREATE INDEX reminders_task ON reminders (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX reminders_default ON reminders (id) WHERE task_id IS NULL;

-- What was or is to be told to whom, and what became of it. Those of tasks are made from task,
-- participants and reminders at every commit. Shown and settled by the program as time goes by,
-- outside the log of operations; each row is its own log.
CREATE TABLE notices (
    id            INTEGER PRIMARY KEY,
    employee_id   INTEGER NOT NULL REFERENCES employees (id),
    task_id       INTEGER REFERENCES tasks (id),
    event_id      INTEGER REFERENCES life_events (id), -- of a person's life, where no task is meant
    client_id     INTEGER REFERENCES clients (id),     -- whose birthday it is
    event         TEXT    NOT NULL, -- start, overdue, finished, result, given, life-event, birthday
    cause         INTEGER NOT NULL, -- what tells it from others of the same event: the moment, the year
    due_at        INTEGER NOT NULL, -- milliseconds UTC; as the clock on the wall says where is_local
    is_local      INTEGER NOT NULL CHECK (is_local IN (0, 1)),
    is_void       INTEGER NOT NULL CHECK (is_void IN (0, 1)), -- the task is done, moved or gone
    shown_at      INTEGER,          -- when it was shown
    shown_by      INTEGER,          -- the device that did
    snoozed_until INTEGER,          -- milliseconds UTC
    settled_at    INTEGER,          -- when it was dismissed, or the task opened
    settled_by    INTEGER           -- the employee
) STRICT;

CREATE UNIQUE INDEX notices_once
    ON notices (employee_id, COALESCE(task_id, event_id, client_id), event, cause, due_at);

CREATE INDEX notices_task ON notices (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX notices_due ON notices (employee_id, is_local, COALESCE(snoozed_until, due_at))
    WHERE settled_at IS NULL AND is_void = 0;
CREATE INDEX notices_unshown ON notices (employee_id, is_local, COALESCE(snoozed_until, due_at))
    WHERE shown_at IS NULL AND settled_at IS NULL AND is_void = 0;

-- Until which day birthdays and events of lives were looked for, for each employee.
CREATE TABLE looks (
    employee_id INTEGER PRIMARY KEY REFERENCES employees (id),
    looked_on   TEXT NOT NULL
) STRICT;

CREATE INDEX clients_birthday ON clients (owner_id, substr(birthday, length(birthday) - 4))
    WHERE birthday IS NOT NULL;
CREATE INDEX life_events_day ON life_events (substr(happened_on, length(happened_on) - 4))
    WHERE reminds = 1 AND deleted_by IS NULL;

-- What of the work an employee may see: with no client or a visible one, or as one who gave it,
-- controls it or takes part in it.
CREATE VIEW visible_tasks AS
    SELECT e.id AS viewer_id, t.*
      FROM employees e JOIN tasks t
        ON e.sees_all = 1 OR t.author_id = e.id OR t.controller_id = e.id
        OR EXISTS (SELECT 1 FROM directory d WHERE d.client_id = t.client_id AND d.owner_id = e.id)
        OR EXISTS (SELECT 1 FROM task_participants p
                    WHERE p.task_id = t.id AND p.employee_id = e.id AND p.deleted_by IS NULL)
     WHERE e.deleted_by IS NULL AND t.deleted_by IS NULL
       AND (t.client_id IS NULL
            OR EXISTS (SELECT 1 FROM directory d WHERE d.client_id = t.client_id));
