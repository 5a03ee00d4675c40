-- The imports of everybody, the latest first, each with how many visible cards it has added were
-- merged with others since.
SELECT i.*, o.employee_id, o.done_at,
       (SELECT COUNT(DISTINCT g.id)
          FROM merged_cards g
          JOIN visible v ON v.client_id = g.survivor_id AND v.employee_id = $1
          JOIN clients k ON k.id IN (g.survivor_id, g.merged_id)
         WHERE g.deleted_by IS NULL AND k.created_by = o.id) AS merged
  FROM imports i
  JOIN operations o ON o.id = i.created_by
 ORDER BY i.created_by DESC
 LIMIT $2
