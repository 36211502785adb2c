/** The rows of payments, tips, settlements, approvals, the audit and the business day. */
export function moneyRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    tender_settings: {
      ...{ id, code: 'card', name: 'Card', kind: 'card', reference_required: false, refundable: true, active: true },
      ...{ version: 1, updated_at: at },
    },
    payment_charges: {
      ...{ payment_id: id, order_id: id, order_number: 'A-1', outlet_id: id, tender: 'card', provider: 'treasury' },
      ...{ amount: 100, currency: 'KES', payer: {}, source: 's', fingerprint: 'f', complete_order: true },
      ...{ status: 'sent', tries: 0, next_try_at: at, created_by: 'test', created_at: at, test: false },
      ...{ version: 1, event_sequence: 1 },
    },
    payment_charge_steps: { payment_id: id, version: 1, at, what: 'sent', status: 'sent', actor: 'test' },
    unallocated_payments: {
      ...{ id, provider: 'treasury', amount: 100, currency: 'KES', reason: 'orphan', provider_reference: 'R1' },
      ...{ arrived_at: at, test: false, status: 'open', version: 1 },
    },
    provider_refunds: {
      ...{ id, provider: 'treasury', amount: 100, currency: 'KES', reason: 'x', status: 'sent', attempt: 1, tries: 0 },
      ...{ next_try_at: at, created_at: at, created_by: 'test', test: false, version: 1, event_sequence: 0 },
      ...{ refund_id: id, charge_key: 'k' },
    },
    payouts: {
      ...{ id, provider: 'treasury', amount: 100, currency: 'KES', reason: 'x', status: 'sent', attempt: 1, tries: 0 },
      ...{
        next_try_at: at,
        created_at: at,
        created_by: 'test',
        test: false,
        version: 1,
        event_sequence: 0,
        payee: 'p',
      },
    },
    simulator_transactions: {
      ...{ key: 'k', kind: 'charge', amount: 100, currency: 'KES', outcome: 'captured', reference: 'sim_1' },
      ...{ settles_at: at, tells_at: at, created_at: at },
    },
    notices: {
      ...{
        id,
        event_id: id,
        kind: 'closure_due',
        severity: 'warning',
        subject: 'outlets/1',
        params: {},
        status: 'open',
      },
      ...{
        occurred_at: at,
        raised_at: at,
        send_status: 'pending',
        tries: 0,
        next_try_at: at,
        version: 1,
        event_sequence: 1,
      },
    },
    shift_policies: { outlet_id: id, longest_minutes: 720, version: 1 },
    shifts: {
      ...{ id, outlet_id: id, person_id: 'p', job: 'bar', status: 'working', clocked_in_at: at, breaks: [] },
      ...{ business_date: '2026-01-05', currency: 'KES', edits: [], event_sequence: 1, version: 1 },
    },
    tip_rules: {
      ...{ outlet_id: id, name: 'Pool', active: true, percent: 50, sources: 'all', basis: 'hours', shares: [] },
      ...{ version: 1 },
    },
    tip_accounts: { id, outlet_id: id, person_id: 'p', currency: 'KES', event_sequence: 1 },
    tip_pool_runs: {
      ...{ id, outlet_id: id, business_date: '2026-01-05', status: 'distributed', currency: 'KES', amount: 1 },
      ...{ rules: {}, shares: [], made_by: 'test', made_at: at, event_sequence: 1 },
    },
    tip_entries: {
      ...{ id, account_id: id, outlet_id: id, person_id: 'p', business_date: '2026-01-05', kind: 'earned' },
      ...{ amount: 1, source: 's', actor: 'a', at },
    },
    payment_connections: {
      ...{ id, provider: 'mpesa', settings: {}, callback_hash: 'h', created_by: 'test', created_at: at },
      ...{ updated_at: at },
    },
    payment_connection_secrets: { connection_id: id, field: 'passkey', sealed: 's', number: 1, hint: '' },
    provider_requests: {
      ...{ key: 'charge-1', provider: 'mpesa', request_id: 'c1', connection_id: id, amount: 100, currency: 'KES' },
      ...{ state: 'asked', asked_at: at },
    },
    provider_notices: {
      ...{ provider: 'mpesa', digest: 'd', connection_id: id, outcome: 'captured', trusted: false, received_at: at },
    },
    settlement_batches: {
      ...{
        id,
        provider: 'mpesa',
        reference: 's',
        currency: 'KES',
        period_from: at,
        period_to: '2026-01-06T10:00:00Z',
      },
      ...{ net: 100, line_count: 1, fingerprint: 'f', received_at: at, received_by: 'test', missing_due_at: at },
      ...{ event_sequence: 1, version: 1 },
    },
    settlement_lines: { batch_id: id, number: 1, kind: 'payment', payment_reference: 'r', amount: 100, fee: 0 },
    settlement_differences: {
      ...{ id, batch_id: id, source: 'line:1', kind: 'doubled', expected: 0, found: 100, currency: 'KES' },
      ...{ status: 'open', found_at: at, version: 1 },
    },
    chargebacks: {
      ...{ id, payment_id: id, provider: 'mpesa', amount: 100, currency: 'KES', reason: 'x', status: 'opened' },
      ...{ opened_at: at, opened_by: 'test', version: 1 },
    },
    audit_heads: { number: 0, hash: '0'.repeat(64) },
    audit_entries: {
      ...{ number: 1, event_id: id, at, recorded_at: at, actor: 'test', action: 'pos.order.voided' },
      ...{ target: `orders/${id}`, outcome: 'allowed', request_id: 'r', payload: '{}' },
      ...{ previous_hash: '0'.repeat(64), hash: '0'.repeat(64) },
    },
    approvals: {
      ...{ id, action: 'order.refund', target_id: id, outlet_id: id, reason: 'x', asked_by: 'user:a' },
      ...{ asked_at: at, status: 'asked', expires_at: at, version: 1 },
    },
    approval_rules: {
      ...{ action: 'order.refund', id, second_person: 'never', limits: [], reason_required: false, reasons: [] },
      ...{ changed_by: 'test', changed_at: at, version: 1 },
    },
    z_reports: {
      ...{ id, scope: 'day', outlet_id: id, business_date: '2026-01-05', number: 1, content: '{}' },
      ...{ hash: '0'.repeat(64), grand_total: 0, exceptions: 0, made_at: at, made_by: 'test' },
    },
    z_report_series: { scope: 'day', series_id: id, outlet_id: id, last_number: 1, grand_total: 0 },
    day_policies: { outlet_id: id, closure: 'automatic', grace_minutes: 60, next_look_at: at, version: 1 },
  };
}
