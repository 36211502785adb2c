/** The rows of sessions and of what counts wrong tries. */
export function sessionRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    staff_sessions: {
      ...{ id, person_id: id, actor_id: 'test', method: 'pin', token_hash: 'a'.repeat(64), begun_at: at },
      ...{ expires_at: '2099-01-05T10:00:00Z', touched_at: at, version: 1 },
    },
    sign_in_counts: {
      ...{ key: `person:${id}`, id, scope: 'account', person_id: id, wrong: 1, recent: [], day: '2026-01-05' },
      ...{ tried_at: at, version: 0 },
    },
  };
}
