import { isCurrency } from '../../../kernel/currencies.js';
import { parseDecimal } from '../../../kernel/decimal.js';
import { problemsOfSchedule } from '../../../kernel/schedule.js';
import { gtinKey } from './gs1/gtin.js';
import {
  ALLERGENS,
  CHANNELS,
  ITEM_KINDS,
  MEASURES,
  NUTRIENTS,
  type ItemDetails,
  type Nutrition,
  type Variant,
} from './item-details.js';

/** What is wrong with one place of an item. */
export interface ItemProblem {
  readonly member: keyof ItemDetails;
  /** JSON Pointer of the place within the item. */
  readonly pointer: string;
  readonly message: string;
}

/** The longest text of each member. */
export const TEXT_MAX = { sku: 64, name: 200, category: 100, taxCategory: 40, barcode: 64, unit: 20 } as const;
export const BARCODES_MAX = 50;
const IMAGES_MAX = 20;
const IMAGE_MAX = 2000;
const DESCRIPTION_MAX = 4000;
const PER_AMOUNT_MAX = 20;
const ATTRIBUTES_MAX = 10;
const ATTRIBUTE_NAME_MAX = 40;
const ATTRIBUTE_MAX = 100;
const AGE_MAX = 120;
const PLU = /^\d{1,5}$/;
const HTTPS = /^https:\/\/[^\s/?#]+(?:[/?#]\S*)?$/;

// Control characters, halves of surrogate pairs, and the mark that decoders leave where the bytes were not UTF-8.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFD]/u;
const UNPRINTABLE_BUT_LINES = /[^\P{Cc}\n]|[\p{Cs}\uFFFD]/u;

/** What is wrong with an item's details; nothing when it can be kept. */
export function problemsOfItem(details: ItemDetails): ItemProblem[] {
  const found = new Problems();
  for (const member of ['sku', 'name', 'category', 'taxCategory', 'unit'] as const) {
    found.add(member, `/${member}`, problemOfText(details[member], TEXT_MAX[member]));
  }
  if (!isCurrency(details.price.currency)) found.add('price', '/price', 'must be in a currency of ISO 4217');
  else if (details.price.amount < 0) found.add('price', '/price', 'must not be negative');
  checkBarcodes(details, found);
  checkTill(details, found);
  if (details.variantOf !== null) checkVariant(details.sku, details.variantOf, found);
  checkTexts(details, found);
  checkOffer(details, found);
  return found.all;
}

class Problems {
  readonly all: ItemProblem[] = [];

  add(member: keyof ItemDetails, pointer: string, message: string | undefined): void {
    if (message !== undefined) this.all.push({ member, pointer, message });
  }
}

function checkBarcodes({ barcodes }: ItemDetails, found: Problems): void {
  if (barcodes.length > BARCODES_MAX) found.add('barcodes', '/barcodes', `must be at most ${BARCODES_MAX}`);
  const seen = new Set<string>();
  barcodes.slice(0, BARCODES_MAX).forEach((barcode, index) => {
    // Who sends one barcode knows the member `barcode`; its place is named by what they know.
    const [member, pointer] =
      index === 0 ? (['barcode', '/barcode'] as const) : (['barcodes', `/barcodes/${index}`] as const);
    const message = problemOfText(barcode, TEXT_MAX.barcode);
    found.add(member, pointer, message);
    const key = gtinKey(barcode);
    if (message === undefined && seen.has(key)) found.add(member, pointer, 'is there already');
    seen.add(key);
  });
}

function checkTill({ kind, measure, minimumAge, plu, tare }: ItemDetails, found: Problems): void {
  if (!ITEM_KINDS.includes(kind)) found.add('kind', '/kind', oneOf(ITEM_KINDS));
  if (!MEASURES.includes(measure)) found.add('measure', '/measure', oneOf(MEASURES));
  if (minimumAge !== null && !(Number.isInteger(minimumAge) && minimumAge >= 1 && minimumAge <= AGE_MAX))
    found.add('minimumAge', '/minimumAge', `must be whole years, 1 to ${AGE_MAX}`);
  if (plu !== null && !PLU.test(plu)) found.add('plu', '/plu', 'must be one to five digits');
  if (tare !== null && !isAmount(tare)) found.add('tare', '/tare', 'must be a decimal string, zero or more');
}

function checkVariant(sku: string, variantOf: Variant, found: Problems): void {
  const add = (pointer: string, message: string | undefined): void =>
    found.add('variantOf', `/variantOf${pointer}`, message);
  add('/sku', problemOfText(variantOf.sku, TEXT_MAX.sku) ?? (variantOf.sku === sku ? 'is the item itself' : undefined));
  const attributes = Object.entries(variantOf.attributes);
  if (attributes.length > ATTRIBUTES_MAX) add('/attributes', `must be at most ${ATTRIBUTES_MAX}`);
  for (const [name, value] of attributes.slice(0, ATTRIBUTES_MAX)) {
    const badName = problemOfText(name, ATTRIBUTE_NAME_MAX);
    const message = badName === undefined ? problemOfText(value, ATTRIBUTE_MAX) : `the name ${badName}`;
    add(`/attributes/${name.slice(0, ATTRIBUTE_NAME_MAX).replaceAll('~', '~0').replaceAll('/', '~1')}`, message);
  }
}

function checkTexts({ description, images, allergens, nutrition }: ItemDetails, found: Problems): void {
  found.add('description', '/description', problemOfText(description, DESCRIPTION_MAX, UNPRINTABLE_BUT_LINES));
  if (images.length > IMAGES_MAX) found.add('images', '/images', `must be at most ${IMAGES_MAX}`);
  images.slice(0, IMAGES_MAX).forEach((image, index) => {
    const sound = image.length <= IMAGE_MAX && HTTPS.test(image) && !UNPRINTABLE.test(image);
    if (!sound) found.add('images', `/images/${index}`, `must be an https address of at most ${IMAGE_MAX} characters`);
  });
  allergens.forEach((allergen, index) => {
    const pointer = `/allergens/${index}`;
    if (!ALLERGENS.includes(allergen)) found.add('allergens', pointer, oneOf(ALLERGENS));
    else if (allergens.indexOf(allergen) !== index) found.add('allergens', pointer, 'is there already');
  });
  if (nutrition !== null) checkNutrition(nutrition, found);
}

function checkNutrition({ perAmount, values }: Nutrition, found: Problems): void {
  found.add('nutrition', '/nutrition/perAmount', problemOfText(perAmount, PER_AMOUNT_MAX));
  for (const [name, value] of Object.entries(values)) {
    if (!(NUTRIENTS as readonly string[]).includes(name)) found.add('nutrition', '/nutrition/values', oneOf(NUTRIENTS));
    else if (!isAmount(value))
      found.add('nutrition', `/nutrition/values/${name}`, 'must be a decimal string, zero or more');
  }
}

function checkOffer({ channels, schedule }: ItemDetails, found: Problems): void {
  if (channels?.length === 0) found.add('channels', '/channels', 'must name a channel, or be null for all');
  channels?.forEach((channel, index) => {
    const pointer = `/channels/${index}`;
    if (!(CHANNELS as readonly string[]).includes(channel)) found.add('channels', pointer, oneOf(CHANNELS));
    else if (channels.indexOf(channel) !== index) found.add('channels', pointer, 'is there already');
  });
  if (schedule === null) return;
  for (const { pointer, message } of problemsOfSchedule(schedule, '/schedule')) {
    found.add('schedule', pointer, message);
  }
}

/** What is wrong with a text of limited length; `null` is the absence of a text and fine. */
export function problemOfText(text: string | null, maxLength: number, bad: RegExp = UNPRINTABLE): string | undefined {
  if (text === null) return undefined;
  if (text.trim() === '') return 'must not be empty';
  if (text.length > maxLength) return `must have at most ${maxLength} characters`;
  return bad.test(text) ? 'must be printable text in UTF-8' : undefined;
}

function isAmount(text: string): boolean {
  const value = parseDecimal(text);
  return value !== undefined && value >= 0n;
}

function oneOf(words: readonly string[]): string {
  return `must be one of ${words.join(', ')}`;
}
