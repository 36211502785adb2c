import type { LabelRule } from './label.js';

function swedish(prefix: string, kind: LabelRule['kind'], decimals: number): LabelRule {
  return { prefix, kind, decimals, itemDigits: 6, valueDigits: 4, valueCheckDigit: 'none', unit: 'kg' };
}

const SWEDISH: readonly LabelRule[] = [
  swedish('20', 'price', 2),
  swedish('21', 'price', 1),
  swedish('22', 'price', 0),
  swedish('23', 'weight', 3),
  swedish('24', 'weight', 2),
  swedish('25', 'weight', 1),
];

const checkedPrice = (prefix: string): LabelRule => ({
  prefix,
  kind: 'price',
  decimals: 2,
  itemDigits: 5,
  valueDigits: 4,
  valueCheckDigit: 'four',
  unit: 'kg',
});

export const LABEL_PRESETS = ['SE', 'NO', 'GB', 'US'] as const;
export type LabelPreset = (typeof LABEL_PRESETS)[number];

/** What the countries have agreed on. Scales of a shop may still be set up in another way. */
export const RULES_OF_PRESET: Readonly<Record<LabelPreset, readonly LabelRule[]>> = {
  SE: SWEDISH,
  NO: SWEDISH,
  GB: [checkedPrice('20')],
  US: [checkedPrice('02')],
};
