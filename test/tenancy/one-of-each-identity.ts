/** The rows of those who sign in with a password. */
export function identityRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    logins: {
      ...{ id, person_id: id, email: 'ann@example.com', password_number: 0, totp_state: 'off', totp_number: 0 },
      ...{ recovery_codes: [], created_by: 'test', created_at: at, updated_at: at, version: 1, event_sequence: 1 },
    },
    login_tokens: { id, login_id: id, kind: 'invitation', hash: '0'.repeat(64), created_at: at, expires_at: at },
    login_guesses: {
      ...{ account_key: '0'.repeat(64), id, failures: 0, day: '2026-01-05', day_failures: 0, last_try_at: at },
      event_sequence: 0,
    },
    identity_policies: {
      ...{ passwords: true, totp_roles: [], password_min_length: 12, updated_at: at, version: 1 },
    },
  };
}
