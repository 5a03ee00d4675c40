-- Every row that stands or stood on the card of one client, with what to call it.
SELECT 'clients' AS table_name, c.id AS row_id, c.created_by, '' AS said
  FROM clients c WHERE c.id = $1
UNION ALL
SELECT 'contact_points', p.id, p.created_by, p.value
  FROM contact_points p WHERE p.client_id = $1
UNION ALL
SELECT 'addresses', a.id, a.created_by, a.city || ' ' || a.street
  FROM addresses a WHERE a.client_id = $1
UNION ALL
SELECT 'bank_accounts', b.id, b.created_by, b.number
  FROM bank_accounts b WHERE b.client_id = $1
UNION ALL
SELECT 'memberships', m.id, m.created_by, g.name
  FROM memberships m JOIN groups g ON g.id = m.group_id WHERE m.client_id = $1
