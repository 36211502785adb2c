/** The rows of devices and of what hangs on them. */
export function deviceRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    devices: {
      ...{ id, outlet_id: id, name: 'Counter', kind: 'till', status: 'active', binding: 'dpop', platform: 'x' },
      ...{ thumbprint: 'x'.repeat(43), model: 'x', linked_at: at, linked_by: 'test', link_code_id: id },
      ...{ event_sequence: 1, version: 1 },
    },
    device_tokens: { device_id: id, token_hash: 'a'.repeat(64), issued_at: at },
    device_states: {
      ...{ device_id: id, last_seen_at: at, app_version: '1.0.0', app_version_parts: [1, 0, 0, 0], queue_depth: 0 },
      ...{ fingerprint: 'x', fingerprints: ['x'], configuration_hash: 'x', configuration_revision: 1 },
      offline_due_at: at,
    },
    device_happenings: { device_id: id, sequence: 1, type: 'pos.device.linked', at, actor: 'test' },
    device_commands: { id, device_id: id, kind: 'update', status: 'pending', sent_by: 'test', sent_at: at },
    sync_devices: {
      ...{ device_id: id, outlet_id: id, through: 1, highest: 1, head_hash: 'h', missing: '[]', waiting: 0 },
      event_sequence: 1,
    },
    offline_event_queue: {
      ...{ id, entry_id: id, device_id: id, outlet_id: id, sequence: 1, in_chain: true, kind: 'order.hold', body: {} },
      ...{ actor: {}, depends_on: [], previous_hash: 'h', hash: 'h', signature: 's', fingerprint: 'h', device_at: at },
      ...{ received_at: at, happened_at: at, business_date: '2026-01-05', trigger: 'sale', status: 'held', facts: {} },
      ...{ waits_for: [], tries: 1, next_try_at: at, version: 1 },
    },
    offline_event_replay: { id, entry_id: id, act: 'received', at, by: 'device:x', after: 'held' },
    sync_conflicts: {
      ...{ id, entry_id: id, device_id: id, outlet_id: id, cause: 'price_differs', facts: {}, choice: 'keep' },
      ...{ status: 'open', opened_at: at, version: 1 },
    },
    hub_relays: { record_id: id, device_id: id, sequence: 1, status: 'applied', relayed_at: at },
    hub_states: { uplink: 'up', uplink_since: at, digests: {} },
    provisioning_batches: { id, size: 1, made_by: 'test', made_at: at, expires_at: at },
    device_link_codes: {
      ...{ id, outlet_id: id, kind: 'till', name: 'Counter', code_hash: 'a'.repeat(64), status: 'open' },
      ...{ made_by: 'test', made_at: at, expires_at: at },
    },
    device_link_tries: { since: at, wrong: 1, event_sequence: 0 },
    brandings: { primary_colour: '#000000', accent_colour: '#000000', background_colour: '#ffffff', version: 1 },
    device_policies: { minimum_app_version: '1.0.0', minimum_version_parts: [1, 0, 0, 0], version: 1 },
  };
}
