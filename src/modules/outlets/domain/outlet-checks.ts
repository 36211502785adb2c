import { isTimeZone } from '../../../kernel/business-time.js';
import { isCurrency } from '../../../kernel/currencies.js';
import type { RefusedField } from '../../../kernel/refusal.js';
import type { OpeningHours, OutletSettings, ReceiptTexts } from './outlet.js';
import { isPrintable, isPrintableBlock } from './text.js';
import { checksOfTillKeys } from './till-keys.js';

type Check = readonly [pointer: string, holds: boolean, message: string];

const TENDER = /^[a-z][a-z0-9_]{0,39}$/;
const RECEIPT_PREFIX = /^[A-Z0-9]{1,8}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const NAME_MAX = 200;
const LINE_MAX = 200;
const BLOCK_MAX = 1000;
const TENDERS_MAX = 30;
const RANGES_MAX = 6;
const ADDRESS_LINES_MAX = 6;
const STEP_MAX = 1_000_000;

/** What is wrong with an outlet's settings, place by place; nothing when it can be opened with them. */
export function problemsOfOutlet(
  outlet: Omit<OutletSettings, 'serviceCharges'> & { readonly currency: string },
): RefusedField[] {
  const { cashRounding: rounding, tenders } = outlet;
  const checks: Check[] = [
    ['/name', isPrintable(outlet.name, NAME_MAX), `must be 1 to ${NAME_MAX} printable characters`],
    ['/currency', isCurrency(outlet.currency), 'must be a currency of ISO 4217 that has minor units'],
    ['/timeZone', isTimeZone(outlet.timeZone), 'must be a time zone of the IANA database, such as Africa/Nairobi'],
    ['/locale', isLocale(outlet.locale), 'must be a BCP 47 language tag, such as en-KE'],
    ['/dayCut', isMinuteOfDay(outlet.dayCutMinutes), 'must be from 00:00 to 23:59'],
    ['/receiptPrefix', RECEIPT_PREFIX.test(outlet.receiptPrefix), 'must be 1 to 8 capital letters or digits'],
    ['/tenders', tenders.length >= 1 && tenders.length <= TENDERS_MAX, `must have 1 to ${TENDERS_MAX} tenders`],
    ['/tenders', new Set(tenders).size === tenders.length, 'must name each tender once'],
    ...tenders.map((tender, at): Check => [
      `/tenders/${at}`,
      TENDER.test(tender),
      'must be small letters, digits and "_"',
    ]),
    [
      '/cashRounding/stepMinor',
      rounding === null || isStep(rounding.stepMinor),
      `must be an integer from 1 to ${STEP_MAX}`,
    ],
    ...checksOfHours(outlet.openingHours),
    ...checksOfReceipt(outlet.receipt),
    ...checksOfTillKeys(outlet.tillKeys),
  ];
  return checks.filter(([, holds]) => !holds).map(([pointer, , message]) => ({ pointer, message }));
}

function checksOfHours(hours: OpeningHours): Check[] {
  return Object.entries(hours).flatMap(([day, ranges]) => [
    [`/openingHours/${day}`, ranges.length <= RANGES_MAX, `must have at most ${RANGES_MAX} ranges`],
    ...ranges.map(({ from, to }, at): Check => {
      const holds = TIME.test(from) && (TIME.test(to) || to === '24:00') && from !== to;
      return [
        `/openingHours/${day}/${at}`,
        holds,
        'must go from one time to another; "to" before "from" is past midnight',
      ];
    }),
  ]);
}

function checksOfReceipt({ addressLines, taxNumber, header, footer }: ReceiptTexts): Check[] {
  return [
    ['/receipt/addressLines', addressLines.length <= ADDRESS_LINES_MAX, `must have at most ${ADDRESS_LINES_MAX} lines`],
    ...addressLines.map((line, at): Check => {
      return [
        `/receipt/addressLines/${at}`,
        isPrintable(line, LINE_MAX),
        `must be 1 to ${LINE_MAX} printable characters`,
      ];
    }),
    ['/receipt/taxNumber', taxNumber === null || isPrintable(taxNumber, LINE_MAX), 'must be printable, or null'],
    ['/receipt/header', header === null || isPrintableBlock(header, BLOCK_MAX), 'must be printable, or null'],
    ['/receipt/footer', footer === null || isPrintableBlock(footer, BLOCK_MAX), 'must be printable, or null'],
  ];
}

function isStep(step: number): boolean {
  return Number.isInteger(step) && step >= 1 && step <= STEP_MAX;
}

function isMinuteOfDay(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 0 && minutes < 24 * 60;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
