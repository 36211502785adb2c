/** The rows of drawers and of what hangs on them. */
export function drawerRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    drawers: { id, outlet_id: id, name: 'Counter', version: 1, created_at: at },
    drawer_trays: { id, outlet_id: id, name: 'Red', version: 1, created_at: at },
    drawer_policies: {
      ...{ outlet_id: id, session_required: true, variance_limit: 0, blind_count: true, float_default: 0, version: 1 },
    },
    drawer_sessions: {
      ...{ id, outlet_id: id, drawer_id: id, cashier_id: 'test', number: 1, currency: 'KES', blind: true },
      ...{ business_date: '2026-01-05', opened_at: at, opened_by: 'test', status: 'open', counted_last_at: at },
      ...{ version: 1, event_sequence: 1 },
    },
    drawer_entries: {
      ...{ id, session_id: id, outlet_id: id, kind: 'float', amount: 1, currency: 'KES', debit_account: 'drawer' },
      ...{ credit_account: 'safe', actor: 'test', at, business_date: '2026-01-05' },
    },
    drawer_counts: {
      ...{ id, session_id: id, kind: 'spot', total: 1, expected: 1, variance: 0, blind: true, counted_by: 'test' },
      at,
    },
    bank_deposits: {
      ...{ id, outlet_id: id, currency: 'KES', amount: 1, status: 'prepared', prepared_at: at },
      ...{ prepared_by: 'test', version: 1 },
    },
  };
}
