import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { TenderRules } from '../domain/tender.js';
import { rulesOf, settingAt, type EffectiveTender } from '../domain/tender-setting.js';
import type { TenderRepository } from '../ports/tender-repository.js';

/** As much of an outlet as tenders depend on. */
export interface TenderOutlet {
  readonly id: OutletId;
  readonly currency: string;
  /** The tenders that are switched on there. */
  readonly tenders: readonly string[];
}

/** Where outlets come from. */
export interface TenderOutlets {
  outlet(tx: Tx, id: OutletId): Promise<TenderOutlet | undefined>;
  /** The currency of the tenant. */
  currency(tx: Tx): Promise<string>;
}

/** Which tenders an outlet takes, and how: its own settings of a tender hold before the tenant's, those before the built-in ones. */
export class TenderBoard {
  constructor(
    private readonly tenders: TenderRepository,
    private readonly outlets: TenderOutlets,
  ) {}

  /** Of the tenders that are switched on; none of an outlet that does not exist. */
  async rules(tx: Tx, outletId: OutletId): Promise<ReadonlyMap<string, TenderRules>> {
    const shown = (await this.at(tx, outletId)) ?? [];
    return new Map(shown.filter(({ on }) => on).map(({ rules }) => [rules.code, rules]));
  }

  /** All tenders that the outlet takes or has settings for, by code; `undefined` when there is no such outlet. */
  async at(tx: Tx, outletId: OutletId): Promise<readonly EffectiveTender[] | undefined> {
    const outlet = await this.outlets.outlet(tx, outletId);
    if (outlet === undefined) return undefined;
    const settings = await this.tenders.all(tx);
    const here = settings.filter(({ outletId: at }) => at === null || at === outletId);
    const codes = [...new Set([...outlet.tenders, ...here.map(({ code }) => code)])].sort();
    return codes.map((code): EffectiveTender => {
      const setting = settingAt(settings, code, outletId);
      const on = outlet.tenders.includes(code) && (setting?.active ?? true);
      const from = setting === undefined ? 'built_in' : setting.outletId === null ? 'tenant' : 'outlet';
      return { rules: rulesOf(code, setting, outlet.currency), on, from, version: setting?.version ?? null };
    });
  }
}
