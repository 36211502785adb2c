import type { Money } from '../../../kernel/money.js';
import type { AnnouncedMember } from '../domain/announced-member.js';
import type { Outcome } from '../domain/intent-lifecycle.js';

/** A movement that the ledger is to make. */
export interface WantedCall {
  /** The ledger makes one movement for it, however often it is asked. */
  readonly key: string;
  readonly kind: 'earn' | 'earn_reversal' | 'burn' | 'burn_reversal';
  readonly customerId: string;
  readonly orderId: string | null;
  readonly amount: Money;
  /** Not signed; `null`: the ledger knows how many the amount is. */
  readonly points: number | null;
  /** The ledger's name of the movement that this one takes back. */
  readonly reference: string | null;
}

/** The ledger of a sibling service. Never to be asked within a transaction; none of these rejects for what the network does. */
export interface PointsService {
  move(tenantSlug: string, call: WantedCall): Promise<Outcome>;
  /** Takes a customer in, or finds that they take part. */
  enrol(tenantSlug: string, key: string, customerId: string): Promise<Outcome>;
  /** The member; `undefined` when there is none or no answer. */
  member(tenantSlug: string, customerId: string): Promise<AnnouncedMember | undefined>;
}
