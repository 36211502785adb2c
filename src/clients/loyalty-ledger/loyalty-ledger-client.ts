import type { SiblingAnswer, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { AnswerNotUnderstood, memberIn, movementIn, refusalIn } from './loyalty-ledger-answers.js';
import type { LedgerAnswer, LedgerMember, LedgerMovement, MovementRequest } from './loyalty-ledger-messages.js';

/** The loyalty service that keeps points (README.md is its contract). */
export class LoyaltyLedgerClient {
  constructor(private readonly http: Pick<SiblingClient, 'call'>) {}

  /**
   * Moves points, once for a key.
   * @throws SiblingFailed, AnswerNotUnderstood: it may have happened or not; the same call again tells.
   */
  async move(tenantSlug: string, key: string, body: MovementRequest): Promise<LedgerAnswer<LedgerMovement>> {
    const path = `${base(tenantSlug)}/movements`;
    return answerOf(await this.http.call({ method: 'POST', path, body, idempotencyKey: key }), movementIn);
  }

  /** Takes a customer in, or finds that they take part. @throws SiblingFailed, AnswerNotUnderstood. */
  async enrol(tenantSlug: string, key: string, customerId: string): Promise<LedgerAnswer<LedgerMember>> {
    const call = { method: 'POST', path: `${base(tenantSlug)}/members`, idempotencyKey: key } as const;
    return answerOf(await this.http.call({ ...call, body: { customerId } }), memberIn);
  }

  /** A member as the ledger has it. @throws SiblingFailed, AnswerNotUnderstood. */
  async member(tenantSlug: string, customerId: string): Promise<LedgerAnswer<LedgerMember>> {
    const path = `${base(tenantSlug)}/members/${encodeURIComponent(customerId)}`;
    return answerOf(await this.http.call({ method: 'GET', path }), memberIn);
  }
}

function base(tenantSlug: string): string {
  return `/v1/${encodeURIComponent(tenantSlug)}/loyalty`;
}

const REFUSING = new Set([404, 409, 422]);

function answerOf<Done>({ status, body }: SiblingAnswer, read: (body: unknown) => Done): LedgerAnswer<Done> {
  if (status === 200 || status === 201) return { said: 'yes', done: read(body) };
  // Without the ledger's own word it may be anybody's 404, such as that of a wrong address.
  if (REFUSING.has(status)) return { said: 'no', code: refusalIn(body, status) };
  throw new AnswerNotUnderstood(`answered ${status}`);
}
