import type { ApiClient } from '../api-client.js';
import { fail, ok, warn, type Finding } from './finding.js';

const DAY_MS = 86_400_000;
/** How many days back the books are checked: what is older was checked before. */
const DAYS = 31;

interface CheckedInvariant {
  readonly code: string;
  readonly title: string;
  readonly advice: string;
  readonly checked: number;
  readonly violations: number;
  readonly examples: readonly { readonly subject: string; readonly expected: string; readonly actual: string }[];
}

/** Asks the service whether the books add up: a line for each rule about money. */
export async function checkMoney(client: ApiClient, now: Date): Promise<Finding[]> {
  const from = new Date(now.getTime() - DAYS * DAY_MS).toISOString().slice(0, 10);
  const { status, body } = await client.probe(client.tenantPath(`/invariants?from=${from}`));
  if (status === 200) return (JSON.parse(body) as { invariants: CheckedInvariant[] }).invariants.map(findingOf);
  if (status === 403) {
    const fix = 'Let it have the permission invariants:read, or use another key.';
    return [warn('money', 'the key may not check the rules about money', fix)];
  }
  if (status === 503) {
    const fix = 'Try again, or ask GET /invariants for fewer days.';
    return [warn('money', 'the database was too busy to check the rules about money', fix)];
  }
  return []; // a key that is not accepted is told of already, and an older service has no such route
}

function findingOf({ code, title, advice, checked, violations, examples }: CheckedInvariant): Finding {
  const check = `money ${code}`;
  if (violations === 0) return ok(check, `${title} (${checked} checked)`);
  const [first] = examples;
  const example = first && `; ${first.subject}: expected ${first.expected}, is ${first.actual}`;
  return fail(check, `broken by ${violations} of ${checked}: ${title}${example ?? ''}`, advice);
}
