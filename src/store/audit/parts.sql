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
UNION ALL
SELECT 'field_values', w.id, w.created_by, f.name || ': ' || COALESCE(t.name, w.text)
  FROM field_values w JOIN custom_fields f ON f.id = w.field_id
  LEFT JOIN terms t ON t.id = w.number AND w.shape IN ('list', 'multi-list') WHERE w.client_id = $1
UNION ALL
SELECT 'departments', d.id, d.created_by, d.name FROM departments d WHERE d.client_id = $1
UNION ALL
SELECT 'identity_documents', i.id, i.created_by, i.series || ' ' || i.number
  FROM identity_documents i WHERE i.client_id = $1
UNION ALL
SELECT 'jobs', j.id, j.created_by, j.employer || ' ' || j.position
  FROM jobs j WHERE j.client_id = $1
UNION ALL
SELECT 'life_events', e.id, e.created_by, e.happened_on || ' ' || e.note
  FROM life_events e WHERE e.client_id = $1
UNION ALL
SELECT 'team_members', y.id, y.created_by, n.surname || ' ' || n.first_name
  FROM team_members y JOIN employees n ON n.id = y.employee_id WHERE y.client_id = $1
UNION ALL
SELECT 'notes', o.id, o.created_by, o.text FROM notes o WHERE o.client_id = $1
UNION ALL
SELECT 'consents', s.id, s.created_by, s.ground FROM consents s WHERE s.client_id = $1
UNION ALL
SELECT 'attachments', h.id, h.created_by, h.name FROM attachments h WHERE h.client_id = $1
UNION ALL
SELECT 'links', l.id, l.created_by, l.note FROM links l WHERE l.from_id = $1 OR l.to_id = $1
