/** The rows of plans, licences and what is invoiced for them. */
export function licensingRows(id: string, at: string): Record<string, Record<string, unknown>> {
  const day = '2026-01-05';
  return {
    plans: { code: 'kiosk', id, terms: {}, archived: false, version: 1, event_sequence: 1, updated_at: at },
    subscriptions: {
      ...{ plan: 'kiosk', terms: {}, status: 'active', trial: false, since: at, feature_overrides: '[]', flags: {} },
      ...{ source: 'local', version: 1, event_sequence: 1, updated_at: at },
    },
    license_reminders: { kind: 'license', due_at: at, days_left: 1, told_at: at },
    license_usage_snapshots: {
      ...{ day, orders: 1, outlets: 1, devices: 1, staff: 1, integrations: 0, stored_orders: 1, taken_at: at },
      ...{ report_status: 'none', report_tries: 0 },
    },
    licence_watches: { next_look_at: at, sync_tries: 0 },
    licence_invoices: {
      ...{ id, business_id: id, business_slug: 'acme', period: '2026-01-01', plan: 'kiosk', lines: '[]', total: 1 },
      ...{ currency: 'KES', status: 'draft', tries: 0, issued_at: at, version: 1 },
    },
    plan_requests: {
      ...{ id, business_id: id, business_slug: 'acme', plan: 'kiosk', requested_by: 'test', requested_at: at },
      ...{ status: 'open', version: 1 },
    },
  };
}
