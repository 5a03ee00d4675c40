-- The last thing one employee did that is still in effect.
SELECT o.* FROM operations o
 WHERE o.employee_id = $1 AND o.kind <> 'undo'
   AND o.name <> 'erase-person' -- which nothing takes back
   AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverts_id = o.id)
 ORDER BY o.id DESC LIMIT 1
