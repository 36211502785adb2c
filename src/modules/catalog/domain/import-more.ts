import type { ScheduleDraft, WindowDraft } from '../../../kernel/schedule.js';
import { USUAL_ITEM, type ItemDetails, type Nutrition, type Variant } from './item-details.js';

/** Members of an item that a JSON file may have beside the columns; CSV files have none (API.md fixes their header). */
export const MORE_MEMBERS = [
  'barcodes',
  'kind',
  'openPrice',
  'discountable',
  'minimumAge',
  'plu',
  'measure',
  'tare',
  'variantOf',
  'allergens',
  'nutrition',
  'images',
  'description',
  'channels',
  'schedule',
] as const satisfies readonly (keyof typeof USUAL_ITEM)[];
export type MoreMember = (typeof MORE_MEMBERS)[number];

/** Those members as a file has them, nothing yet believed. */
export type MoreMembers = Readonly<Partial<Record<MoreMember, unknown>>>;

type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === 'string';
const isFlag: Shape = (value) => typeof value === 'boolean';
const isNumber: Shape = (value) => typeof value === 'number';
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.length <= 100 && value.every(shape);
const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(shape);

function objectOf(shapes: Readonly<Record<string, Shape>>, optional: readonly string[] = []): Shape {
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => Object.hasOwn(shapes, name)) &&
    Object.entries(shapes).every(([name, shape]) =>
      Object.hasOwn(value, name) ? shape(value[name]) : optional.includes(name),
    );
}

const isWindow = objectOf({ weekdays: listOf(isNumber), from: isText, to: isText } satisfies Record<
  keyof WindowDraft,
  Shape
>);
const isSchedule = objectOf(
  { startsOn: orNull(isText), endsOn: orNull(isText), windows: listOf(isWindow) } satisfies Record<
    keyof ScheduleDraft,
    Shape
  >,
  ['startsOn', 'endsOn'],
);
const isVariant = objectOf({ sku: isText, attributes: mapOf(isText) } satisfies Record<keyof Variant, Shape>);
const isNutrition = objectOf({ perAmount: isText, values: mapOf(isText) } satisfies Record<keyof Nutrition, Shape>);

const SHAPES: Readonly<Record<MoreMember, readonly [shape: Shape, message: string]>> = {
  barcodes: [listOf(isText), 'must be a list of strings'],
  kind: [isText, 'must be a string'],
  openPrice: [isFlag, 'must be true or false'],
  discountable: [isFlag, 'must be true or false'],
  minimumAge: [orNull(isNumber), 'must be a number or null'],
  plu: [orNull(isText), 'must be a string or null'],
  measure: [isText, 'must be a string'],
  tare: [orNull(isText), 'must be a decimal string or null'],
  variantOf: [orNull(isVariant), 'must be {"sku", "attributes": {…}} or null'],
  allergens: [listOf(isText), 'must be a list of strings'],
  nutrition: [orNull(isNutrition), 'must be {"perAmount", "values": {…}} or null'],
  images: [listOf(isText), 'must be a list of strings'],
  description: [orNull(isText), 'must be a string or null'],
  channels: [orNull(listOf(isText)), 'must be a list of strings or null'],
  schedule: [orNull(isSchedule), 'must be {"startsOn", "endsOn", "windows": [{"weekdays", "from", "to"}]} or null'],
};

/** Reads the members that have the form they must have, and names the others. What they say is checked with the item. */
export function readMore(more: MoreMembers): {
  readonly said: Partial<ItemDetails>;
  readonly problems: readonly { readonly member: MoreMember; readonly message: string }[];
} {
  const said: Partial<Record<MoreMember, unknown>> = {};
  const problems: { member: MoreMember; message: string }[] = [];
  for (const member of MORE_MEMBERS) {
    if (!Object.hasOwn(more, member)) continue;
    const [isSound, message] = SHAPES[member];
    if (isSound(more[member])) said[member] = more[member];
    else problems.push({ member, message });
  }
  return { said: said as Partial<ItemDetails>, problems };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
