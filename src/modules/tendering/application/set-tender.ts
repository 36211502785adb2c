import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { problemsOfTender, type TenderDraft, type TenderSetting } from '../domain/tender-setting.js';
import { tenderEvent } from '../domain/event-making.js';
import type { TenderingRefusal } from '../domain/tendering-refusal.js';
import type { TenderRepository } from '../ports/tender-repository.js';
import type { Providers } from './providers.js';
import type { TenderOutlets } from './tender-board.js';

/** Which settings: of a tender at an outlet, or at all that have none of their own. */
export interface TenderPlace {
  readonly code: string;
  readonly outletId: OutletId | null;
  /** The version that the caller saw last; 0: none. */
  readonly expectedVersion: number | undefined;
}

/** Decides how a tender is taken. Payments from now on are taken so. */
export class SetTender {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenders: TenderRepository,
    private readonly outlets: TenderOutlets,
    private readonly providers: Providers,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `tender_invalid`, `outlet_not_found`, `outlets_restricted`, `version_mismatch`. */
  execute(context: RequestContext, place: TenderPlace, draft: TenderDraft): Promise<TenderSetting> {
    return this.transactor.run(context, async (tx) => {
      const { code, outletId } = place;
      const currency = await currencyAt(tx, context, this.outlets, outletId);
      const problems = problemsOfTender(code, draft, { currency, providers: this.providers.abilities() });
      if (problems.length > 0) throw new Refusal<TenderingRefusal>('tender_invalid', { code }, problems);
      const before = await this.tenders.lock(tx, code, outletId);
      assertSeen(place, before);
      const id = before?.id ?? this.ids.next<'tender-setting'>();
      const setting = { ...draft, id, code, outletId, version: (before?.version ?? 0) + 1 };
      await this.tenders.save(tx, setting);
      this.outbox.append(tx, [tenderEvent(setting, before ?? null)]);
      return setting;
    });
  }

  /** Takes settings away: those that hold for more, or the built-in ones, hold again. @throws Refusal `tender_not_found`, as above. */
  remove(context: RequestContext, place: TenderPlace): Promise<TenderSetting> {
    return this.transactor.run(context, async (tx) => {
      const { code, outletId } = place;
      await currencyAt(tx, context, this.outlets, outletId);
      const before = await this.tenders.lock(tx, code, outletId);
      if (before === undefined) throw new Refusal<TenderingRefusal>('tender_not_found', { code, outletId });
      assertSeen(place, before);
      await this.tenders.remove(tx, before);
      this.outbox.append(tx, [tenderEvent(null, before)]);
      return before;
    });
  }
}

function assertSeen({ expectedVersion }: TenderPlace, before: TenderSetting | undefined): void {
  const currentVersion = before?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== currentVersion)
    throw new Refusal('version_mismatch', { currentVersion });
}

async function currencyAt(
  tx: Tx,
  { principal }: RequestContext,
  outlets: TenderOutlets,
  outletId: OutletId | null,
): Promise<string> {
  // Settings for all outlets are not for those who may act for some only.
  if (outletId === null && principal.outlets !== undefined) throw new Refusal('outlets_restricted');
  if (outletId === null) return outlets.currency(tx);
  const outlet = mayActFor(principal, outletId) ? await outlets.outlet(tx, outletId) : undefined;
  if (outlet === undefined) throw new Refusal('outlet_not_found', { outletId });
  return outlet.currency;
}
