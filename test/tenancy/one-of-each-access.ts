/** The rows of roles and of the renewal of API keys. */
export function accessRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    roles: {
      ...{ id, code: 'head_barista', name: 'Head barista', description: '', permissions: ['orders:read'] },
      ...{ dashboard: ['sell'], created_by: 'test', created_at: at, updated_at: at, version: 1 },
    },
    api_key_renewals: {
      ...{ id, api_key_id: id, status: 'asked', reason: 'x', asked_by: 'test', asked_at: at },
    },
  };
}
