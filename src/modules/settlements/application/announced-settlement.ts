import { isUuid, type OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import {
  LINE_KINDS,
  type LineKind,
  type SettlementDraft,
  type SettlementLine,
  type SettlementRefusal,
} from '../domain/settlement.js';

type Members = Readonly<Record<string, unknown>>;

const TEXT_MAX = 100;

/**
 * Reads a batch that a sibling announced. Unknown members are passed over.
 * @throws Refusal `settlement_invalid` with each bad place.
 */
export function announcedSettlement(data: unknown): SettlementDraft {
  const told = membersOf(data);
  const { provider = 'treasury', reference, outletId = null, currency, periodFrom, periodTo, lines, net } = told;
  const [from, to] = [timeOf(periodFrom), timeOf(periodTo)];
  const checks: readonly (readonly [pointer: string, holds: boolean, message: string])[] = [
    ['/data/provider', isText(provider), 'must be text'],
    ['/data/reference', isText(reference), 'must be text'],
    [
      '/data/outletId',
      outletId === null || (typeof outletId === 'string' && isUuid(outletId)),
      'must be a UUID or null',
    ],
    ['/data/currency', typeof currency === 'string' && /^[A-Z]{3}$/.test(currency), 'must be three capital letters'],
    ['/data/periodFrom', from !== undefined, 'must be a point in time'],
    ['/data/periodTo', to !== undefined, 'must be a point in time'],
    ['/data/lines', Array.isArray(lines), 'must be a list'],
    ['/data/net', Number.isSafeInteger(amountOf(net, currency)), 'must be money of the currency'],
  ];
  const fields: RefusedField[] = checks
    .filter(([, holds]) => !holds)
    .map(([pointer, , message]) => ({ pointer, message }));
  if (fields.length > 0) throw new Refusal<SettlementRefusal>('settlement_invalid', {}, fields);
  return {
    ...({ provider, reference, outletId: outletId as OutletId | null, currency } as Pick<
      SettlementDraft,
      'provider' | 'reference' | 'outletId' | 'currency'
    >),
    periodFrom: from as Date,
    periodTo: to as Date,
    lines: (lines as unknown[]).map((line, index) => lineOf(line, index, currency)),
    net: { amount: amountOf(net, currency) as number, currency: currency as string },
  };
}

function lineOf(line: unknown, index: number, currency: unknown): SettlementLine {
  const { kind = 'payment', paymentReference = null, amount, fee = 0 } = membersOf(line);
  const [value, kept] = [amountOf(amount, currency), amountOf(fee, currency)];
  const isWell =
    LINE_KINDS.includes(kind as LineKind) &&
    (paymentReference === null || isText(paymentReference)) &&
    Number.isSafeInteger(value) &&
    Number.isSafeInteger(kept);
  if (!isWell) {
    const field = { pointer: `/data/lines/${index}`, message: 'must have kind, paymentReference, amount and fee' };
    throw new Refusal<SettlementRefusal>('settlement_invalid', {}, [field]);
  }
  return {
    number: index + 1,
    kind: kind as LineKind,
    paymentReference: paymentReference as string | null,
    amount: value as number,
    fee: kept as number,
  };
}

/** Minor units: as a number, or as money of the batch's currency. */
function amountOf(value: unknown, currency: unknown): unknown {
  if (typeof value === 'number') return value;
  const { amount, currency: own } = membersOf(value);
  return own === currency ? amount : undefined;
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_MAX;
}

function timeOf(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
