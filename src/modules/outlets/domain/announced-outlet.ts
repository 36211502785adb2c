import type { Decision } from '../../../kernel/decision.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Outlet, OutletRefusal } from './outlet.js';
import type { OutletEvent } from './outlet-events.js';
import { changeOutlet, openOutlet } from './outlet-lifecycle.js';
import type { TaxGroupDraft } from './tax-group.js';

/** An outlet as the registry of businesses tells of it. What is left out stays as it is, or gets its default. */
export interface AnnouncedOutlet {
  readonly id: OutletId;
  readonly name?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly receiptPrefix?: string;
  /** Of an outlet that is new here only: afterwards its taxes are kept here. */
  readonly taxGroups?: readonly TaxGroupDraft[];
  /** Absent: as it is; a new one sells. */
  readonly active?: boolean;
}

const DEFAULTS = {
  timeZone: 'UTC',
  locale: 'en',
  dayCutMinutes: 240,
  tenders: ['cash', 'card'],
  taxRounding: 'receipt',
  cashRounding: null,
  openingHours: {},
  receipt: { addressLines: [], taxNumber: null, header: null, footer: null },
  taxGroups: [],
  serviceCharges: [],
  tillKeys: {},
} as const;

const PREFIX_LENGTH = 8;

/** Opens an outlet that was announced. @param currency taken where the announcement names none. */
export function openAnnounced(announced: AnnouncedOutlet, currency: string): Decision<Outlet, OutletEvent> {
  const { id, active: _active, ...told } = announced;
  return openOutlet({ ...DEFAULTS, name: '', currency, receiptPrefix: receiptPrefixOf(id), ...told, id });
}

/** Brings an outlet up to what was announced. The currency is fixed: sales are kept in it. */
export function followAnnounced(outlet: Outlet, announced: AnnouncedOutlet): Decision<Outlet, OutletEvent> {
  const { id: _id, currency, taxGroups: _ofNewOnes, ...changes } = announced;
  if (currency !== undefined && currency !== outlet.currency) {
    throw new Refusal<OutletRefusal>('outlet_invalid', {}, [
      { pointer: '/currency', message: `is ${outlet.currency} for ever` },
    ]);
  }
  return changeOutlet(outlet, changes);
}

/** A prefix for receipts that tells outlets apart: the end of the id, which is random, in capitals and digits. */
export function receiptPrefixOf(id: OutletId): string {
  const random = BigInt(`0x${id.slice(-12)}`);
  return random.toString(36).toUpperCase().padStart(PREFIX_LENGTH, '0').slice(-PREFIX_LENGTH);
}
