/** The rows of registrations and of the vendor's list of businesses. */
export function businessRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    business_registrations: {
      ...{ id, slug: 'acme', name: 'Acme', currency: 'KES', language: 'en', source: 'portal', status: 'requested' },
      ...{ tries_left: 0, codes_sent: 0, delivery: 'by_hand', business_id: id, owner_id: id, api_key_id: id },
      ...{ steps_done: [], requested_by: 'user:ann', requested_at: at, expires_at: at, tries: 0, version: 1 },
      event_sequence: 1,
    },
    businesses: {
      ...{ id, slug: 'acme', name: 'Acme', currency: 'KES', status: 'active', status_since: at, registered_at: at },
      ...{ tenant_version: 1, version: 1 },
    },
    business_activity: { business_id: id, due_at: at },
  };
}
