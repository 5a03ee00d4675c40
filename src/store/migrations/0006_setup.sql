-- What a kind of operation says of a new one, and what is no longer offered.
ALTER TABLE task_kinds ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal'; -- low, normal, high
ALTER TABLE task_kinds ADD COLUMN medium TEXT;
ALTER TABLE task_kinds ADD COLUMN is_result_required INTEGER NOT NULL DEFAULT 0
    CHECK (is_result_required IN (0, 1)); -- whether one is done only with a result
ALTER TABLE task_kinds ADD COLUMN is_offered INTEGER NOT NULL DEFAULT 1 CHECK (is_offered IN (0, 1));
ALTER TABLE task_results ADD COLUMN is_offered INTEGER NOT NULL DEFAULT 1 CHECK (is_offered IN (0, 1));
