-- The latest operations that concern a client who may be seen, the latest first: $1 how
-- many operations are looked through, $2 who asks. One that was taken back, and one that filled the
-- file, is none.
SELECT h.name, h.employee_id, h.done_at, v.client_id
  FROM (SELECT o.id, o.name, o.employee_id, o.done_at,
               COALESCE(
                   (SELECT c.row_id FROM changes c
                     WHERE c.operation_id = o.id AND c.table_name = 'clients' LIMIT 1),
                   (SELECT k.id FROM clients k WHERE k.created_by = o.id LIMIT 1),
                   (SELECT t.client_id FROM tasks t WHERE t.created_by = o.id LIMIT 1),
                   (SELECT t.client_id FROM changes c JOIN tasks t ON t.id = c.row_id
                     WHERE c.operation_id = o.id AND c.table_name = 'tasks' LIMIT 1),
                   (SELECT n.client_id FROM notes n WHERE n.created_by = o.id LIMIT 1)
               ) AS client_id
          FROM (SELECT l.* FROM operations l ORDER BY l.id DESC LIMIT $1) o
         WHERE o.kind = 'do' AND o.name NOT IN ('create-workspace', 'fill-with-samples', 'import')
           AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverts_id = o.id)) h
  JOIN visible v ON v.client_id = h.client_id AND v.employee_id = $2
 ORDER BY h.id DESC
