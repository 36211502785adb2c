import { hasCheckDigit } from './check-digit.js';
import { isCoupon, isPositiveOffer } from './coupons.js';
import type { Component } from './element-table.js';

const CHARACTERS: Readonly<Record<Component['type'], RegExp>> = {
  N: /^\d*$/,
  X: /^[!"%-?A-Z_a-z]*$/,
  Y: /^[#\-./0-9A-Z]*$/,
  Z: /^[\w-]*={0,2}$/,
};

/** Checks of the table, by the names that GS1 gives them. One that is not here has nothing to do with what a till sells. */
const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  csum: hasCheckDigit,
  yymmd0: (value) => isDate(`20${value}`, true),
  yymmdd: (value) => isDate(`20${value}`, false),
  yyyymmdd: (value) => isDate(value, false),
  hhmi: (value) => isBelow(value.slice(0, 2), 24) && isBelow(value.slice(2), 60),
  hh: (value) => isBelow(value, 24),
  mi: (value) => isBelow(value, 60),
  ss: (value) => isBelow(value, 60),
  zero: (value) => /^0+$/.test(value),
  nonzero: (value) => !/^0+$/.test(value),
  nozeroprefix: (value) => value === '0' || !value.startsWith('0'),
  yesno: (value) => value === '0' || value === '1',
  winding: (value) => '019'.includes(value),
  hyphen: (value) => /^-+$/.test(value),
  hasnondigit: (value) => /\D/.test(value),
  pieceoftotal: (value) => isPieceOfTotal(Number(value.slice(0, 2)), Number(value.slice(2))),
  couponcode: isCoupon,
  couponposoffer: isPositiveOffer,
};

/** Finds what is wrong with one component's value: its characters, or the name of the check that it fails. */
export function problemOfComponent({ type, checks }: Component, value: string): string | undefined {
  if (!CHARACTERS[type].test(value)) return 'has characters that it may not have';
  return checks.find((name) => CHECKS[name]?.(value) === false);
}

function isBelow(digits: string, limit: number): boolean {
  return Number(digits) < limit;
}

function isPieceOfTotal(piece: number, total: number): boolean {
  return piece > 0 && total > 0 && piece <= total;
}

function isDate(text: string, dayMayBeZero: boolean): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  if (month < 1 || month > 12) return false;
  if (day === 0) return dayMayBeZero;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
