-- What the house charges for service: [{"name": "Service", "rate": "10", "basis": "before_tax", "taxGroup": "standard",
-- "channels": ["dine_in"], "validFrom": "2026-01-01"}]; of those that hold on a sale's day and channel the first is taken.
-- Rates of tax groups have had `validFrom` and `validTo` inside `tax_groups.taxes` since the same release.
alter table outlets add column service_charges jsonb not null default '[]';
