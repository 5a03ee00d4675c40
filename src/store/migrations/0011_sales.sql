-- How payments were made; those from before by bank transfer.
ALTER TABLE payments ADD COLUMN method TEXT NOT NULL DEFAULT 'transfer'; -- transfer, cash, card, other

-- Templates whose macros somebody has agreed to keep.
ALTER TABLE paper_templates ADD COLUMN keeps_macros INTEGER NOT NULL DEFAULT 0 CHECK (keeps_macros IN (0, 1));

-- The list that papers take their prices from; NULL for the first list of the currency.
ALTER TABLE papers ADD COLUMN price_list_id INTEGER REFERENCES price_lists (id);
