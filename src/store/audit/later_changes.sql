-- Changes of one row after a version that are still in effect: done or redone, and not taken back.
SELECT c.version FROM changes c JOIN operations o ON o.id = c.operation_id
 WHERE c.table_name = $1 AND c.row_id = $2 AND c.version > $3 AND o.kind <> 'undo'
   AND NOT EXISTS (SELECT 1 FROM operations r WHERE r.reverts_id = o.id)
 LIMIT 1
