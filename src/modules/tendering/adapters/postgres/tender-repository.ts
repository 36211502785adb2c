import type { Id, OutletId } from '../../../../kernel/ids.js';
import type { Money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { lockRevision, raiseRevision, RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { TenderKind } from '../../domain/tender.js';
import type { SurchargeSetting, TenderSetting } from '../../domain/tender-setting.js';
import type { TenderRepository } from '../../ports/tender-repository.js';

interface TenderRow {
  id: string;
  code: string;
  outlet_id: string | null;
  name: string;
  kind: TenderKind;
  provider: string | null;
  surcharge: { kind: 'percent'; rate: string } | { kind: 'amount'; amount: number } | null;
  reference_required: boolean;
  minimum: number | null;
  maximum: number | null;
  currency: string | null;
  refundable: boolean;
  active: boolean;
  version: number;
}

const COLUMNS = [
  'id',
  'code',
  'outlet_id',
  'name',
  'kind',
  'provider',
  'surcharge',
  'reference_required',
  'minimum',
  'maximum',
  'currency',
  'refundable',
  'active',
  'version',
] as const satisfies readonly (keyof TenderRow)[];
const KEY: ReadonlySet<string> = new Set(['id', 'code', 'outlet_id']);

const ALL = `select ${COLUMNS.join(', ')} from tender_settings order by code, outlet_id nulls first`;
const ONE = `select ${COLUMNS.join(', ')} from tender_settings
  where code = $1 and outlet_id is not distinct from $2::uuid`;
const SAVE = `insert into tender_settings (tenant_id, ${COLUMNS.join(', ')}, updated_at)
  values ($1, ${COLUMNS.map((_column, at) => `$${at + 2}`).join(', ')}, now())
  on conflict (tenant_id, id) do update set updated_at = excluded.updated_at,
    ${COLUMNS.filter((column) => !KEY.has(column))
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`;
const TENANTS_MAX = 2_000;

/** Settings of tenders in PostgreSQL, in memory by tenant. They change with the revision of outlets. */
export class PostgresTenderRepository implements TenderRepository {
  private readonly cache = new RevisionCache<readonly TenderSetting[]>('outlets', TENANTS_MAX);

  all(tx: Tx): Promise<readonly TenderSetting[]> {
    return this.cache.get(tx, 'tenders', async () => {
      return (await runPrepared<TenderRow>(tx, 'tender_settings', ALL, [])).map(toSetting);
    });
  }

  async lock(tx: Tx, code: string, outletId: OutletId | null): Promise<TenderSetting | undefined> {
    await lockRevision(tx, 'outlets');
    const [row] = await runPrepared<TenderRow>(tx, 'tender_setting', ONE, [code, outletId]);
    return row && toSetting(row);
  }

  async save(tx: Tx, setting: TenderSetting): Promise<void> {
    const row = fromSetting(setting);
    await runPrepared(tx, 'tender_setting_save', SAVE, [tenantOf(tx), ...COLUMNS.map((column) => row[column])]);
    await raiseRevision(tx, 'outlets');
  }

  async remove(tx: Tx, { id }: TenderSetting): Promise<void> {
    await runPrepared(tx, 'tender_setting_remove', 'delete from tender_settings where id = $1::uuid', [id]);
    await raiseRevision(tx, 'outlets');
  }
}

function toSetting(row: TenderRow): TenderSetting {
  const { code, name, kind, provider, currency, refundable, active, version } = row;
  const inCurrency = (amount: number | null): Money | null =>
    amount === null || currency === null ? null : { amount, currency };
  return {
    ...{ id: row.id as Id<'tender-setting'>, code, outletId: row.outlet_id as OutletId | null, name, kind, provider },
    surcharge: toSurcharge(row.surcharge, inCurrency),
    ...{
      referenceRequired: row.reference_required,
      minimum: inCurrency(row.minimum),
      maximum: inCurrency(row.maximum),
    },
    ...{ refundable, active, version },
  };
}

function toSurcharge(
  surcharge: TenderRow['surcharge'],
  inCurrency: (amount: number) => Money | null,
): SurchargeSetting | null {
  if (surcharge?.kind !== 'amount') return surcharge;
  const amount = inCurrency(surcharge.amount);
  return amount && { kind: 'amount', amount };
}

function fromSetting(setting: TenderSetting): TenderRow {
  const { id, code, outletId, name, kind, provider, surcharge, minimum, maximum, refundable, active, version } =
    setting;
  const flat = surcharge?.kind === 'amount' ? { kind: 'amount' as const, amount: surcharge.amount.amount } : surcharge;
  const fixed = surcharge?.kind === 'amount' ? surcharge.amount : null;
  return {
    ...{ id, code, outlet_id: outletId, name, kind, provider, surcharge: flat },
    ...{ reference_required: setting.referenceRequired, minimum: minimum?.amount ?? null },
    ...{ maximum: maximum?.amount ?? null, currency: (minimum ?? maximum ?? fixed)?.currency ?? null },
    ...{ refundable, active, version },
  };
}
