import type { OutletId } from '../../../kernel/ids.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { assertWithinReach, type Surroundings } from '../domain/pricebook-checks.js';
import type { Outcome } from '../domain/pricebook-lifecycle.js';
import type { Pricebook, PricebookId, Version } from '../domain/pricebook.js';
import type { EntryRepository, HeldPricebook, PricebookRepository } from '../ports/pricebook-repository.js';
import type { TenantPlaces } from '../ports/tenant-places.js';

/** What every command on pricebooks works with. */
export interface CommandMeans {
  readonly transactor: Transactor;
  readonly books: PricebookRepository;
  readonly entries: EntryRepository;
  readonly places: TenantPlaces;
  readonly outbox: Outbox;
}

/** On which book a command is, and the revision of it that the caller saw. */
export interface OnBook {
  readonly pricebookId: PricebookId;
  readonly expectedRevision?: number;
}

/**
 * Holds a book for a command. @throws Refusal `pricebook_not_found`; `version_mismatch` when the caller saw another revision.
 */
export async function held(
  { books }: CommandMeans,
  tx: Tx,
  { at }: RequestContext,
  { pricebookId, expectedRevision }: OnBook,
): Promise<HeldPricebook> {
  const holding = await books.hold(tx, pricebookId, at);
  if (expectedRevision !== undefined && expectedRevision !== holding.book.revision) {
    throw new Refusal('version_mismatch', { currentVersion: holding.book.revision });
  }
  return holding;
}

/** Saves the book of a decision, where it changed, and tells of it. */
export async function settle({ books, outbox }: CommandMeans, tx: Tx, { state, events }: Outcome): Promise<Pricebook> {
  if (events.length > 0) await books.save(tx, state);
  outbox.append(tx, events);
  return state;
}

/** What the tenant has, for checks. */
export async function surroundings({ books, places }: CommandMeans, tx: Tx): Promise<Surroundings> {
  const [outlets, digits] = [await places.outlets(tx), await places.digits(tx)];
  return { outlets, digits, ...(await books.family(tx)) };
}

/** Refuses whoever may not act for all that the versions are about. @throws Refusal `pricebook_outlets_restricted`. */
export function assertReach({ principal }: RequestContext, versions: readonly (Version | null)[]): void {
  const outlets: ReadonlySet<OutletId> | undefined = principal.outlets;
  for (const version of versions) if (version !== null) assertWithinReach(outlets, version.terms.scope);
}

/** Who a command is by, as versions remember it. */
export function authorOf({ principal }: RequestContext): string {
  return `${principal.kind}:${principal.id}`;
}
