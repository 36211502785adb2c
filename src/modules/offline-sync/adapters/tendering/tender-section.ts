import { formatDecimal } from '../../../../kernel/decimal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { Surcharge, TenderingFacade, TenderRules } from '../../../tendering/index.js';
import type { TenderRecord } from '../../domain/snapshot.js';
import type { SyncPlace, WholeSource } from '../../ports/master-data.js';

/** The tenders that are switched on at the outlet. Their settings go with the revision of outlets. */
export class TenderSection implements WholeSource<'tenders'> {
  readonly section = 'tenders';
  readonly marks = ['outlets'] as const;

  constructor(private readonly tendering: Pick<TenderingFacade, 'rules'>) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly TenderRecord[]> {
    return [...(await this.tendering.rules(tx, outletId)).values()].map(toRecord);
  }
}

function toRecord({ code, name, kind, provider, surcharge, ...rules }: TenderRules): TenderRecord {
  const { referenceRequired, minimum, maximum, refundable } = rules;
  const limits = { referenceRequired, minimum, maximum, refundable };
  return { code, name, kind, provider, surcharge: surcharge && surchargeOf(surcharge), ...limits };
}

function surchargeOf(surcharge: Surcharge): TenderRecord['surcharge'] {
  if (surcharge.kind === 'amount') return { kind: 'amount', amount: surcharge.amount };
  return { kind: 'percent', rate: formatDecimal(surcharge.rate) };
}
