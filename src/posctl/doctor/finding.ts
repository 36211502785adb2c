/** What one check of `posctl doctor` found: the cause and the fix are there where all is not well. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  readonly fix?: string;
}

/** All is well. */
export function ok(check: string, found: string): Finding {
  return { check, state: 'ok', found };
}

/** Works, but should be looked at. */
export function warn(check: string, found: string, fix: string): Finding {
  return { check, state: 'warn', found, fix };
}

/** Does not work, or is not safe. */
export function fail(check: string, found: string, fix: string): Finding {
  return { check, state: 'fail', found, fix };
}
