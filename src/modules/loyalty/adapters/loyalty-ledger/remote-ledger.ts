import { AnswerNotUnderstood } from '../../../../clients/loyalty-ledger/loyalty-ledger-answers.js';
import type { LoyaltyLedgerClient } from '../../../../clients/loyalty-ledger/loyalty-ledger-client.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { AnnouncedMember } from '../../domain/announced-member.js';
import type { Outcome } from '../../domain/intent-lifecycle.js';
import type { PointsService, WantedCall } from '../../ports/points-service.js';

/** The ledger of the loyalty service. */
export class RemoteLedger implements PointsService {
  constructor(private readonly client: LoyaltyLedgerClient) {}

  async move(tenantSlug: string, { key, points, ...movement }: WantedCall): Promise<Outcome> {
    const body = { ...movement, ...(points !== null && { points }) };
    try {
      const answer = await this.client.move(tenantSlug, key, body);
      if (answer.said === 'no') return { kind: 'refused', code: answer.code };
      const { movementId: reference, points: moved, balance } = answer.done;
      return { kind: 'moved', reference, points: moved, balance };
    } catch (error) {
      return { kind: 'unknown', error: reasonOf(error) };
    }
  }

  async enrol(tenantSlug: string, key: string, customerId: string): Promise<Outcome> {
    try {
      const answer = await this.client.enrol(tenantSlug, key, customerId);
      if (answer.said === 'no') return { kind: 'refused', code: answer.code };
      return { kind: 'enrolled', member: answer.done };
    } catch (error) {
      return { kind: 'unknown', error: reasonOf(error) };
    }
  }

  async member(tenantSlug: string, customerId: string): Promise<AnnouncedMember | undefined> {
    try {
      const answer = await this.client.member(tenantSlug, customerId);
      return answer.said === 'yes' ? answer.done : undefined;
    } catch (error) {
      reasonOf(error); // what is not the network's doing is a defect, and goes on
      return undefined;
    }
  }
}

/** Why there is no answer. @throws the error itself where it has nothing to do with the ledger. */
function reasonOf(error: unknown): string {
  if (error instanceof SiblingFailed || error instanceof AnswerNotUnderstood) return error.message;
  throw error;
}
