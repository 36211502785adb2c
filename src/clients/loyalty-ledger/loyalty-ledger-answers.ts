import type { LedgerMember, LedgerMovement } from './loyalty-ledger-messages.js';

/** The ledger answered, and not what its contract says. Whether it did what it was asked is not known. */
export class AnswerNotUnderstood extends Error {
  constructor(what: string) {
    super(`loyalty ${what}`);
    this.name = 'AnswerNotUnderstood';
  }
}

type Told = Readonly<Record<string, unknown>>;

const NAME_MAX = 200;
const CODE = /^[a-z][a-z0-9_]{0,59}$/;

/** Reads a movement. @throws AnswerNotUnderstood. */
export function movementIn(body: unknown): LedgerMovement {
  const { movementId, points, balance } = toldIn(body);
  if (!isName(movementId) || !isCount(points) || !isCount(balance) || points < 0)
    throw new AnswerNotUnderstood('answered no movement');
  return { movementId, points, balance };
}

/** Reads a member; fields that we do not know are passed over. @throws AnswerNotUnderstood. */
export function memberIn(body: unknown): LedgerMember {
  const { customerId, groups = [], entitlements = [], balance, status = 'active' } = toldIn(body);
  const isSound = isName(customerId) && areNames(groups) && areNames(entitlements) && isCount(balance);
  if (!isSound || (status !== 'active' && status !== 'closed')) throw new AnswerNotUnderstood('answered no member');
  return { customerId, groups, entitlements, balance, status };
}

/** The ledger's word for why not. @throws AnswerNotUnderstood where there is none. */
export function refusalIn(body: unknown, status: number): string {
  const { code } = toldIn(body);
  if (typeof code !== 'string' || !CODE.test(code)) throw new AnswerNotUnderstood(`answered ${status} without a code`);
  return code;
}

function toldIn(body: unknown): Told {
  return typeof body === 'object' && body !== null ? (body as Told) : {};
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= NAME_MAX;
}

function areNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isName);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
