import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { AvailabilityRefusal } from '../../domain/availability.js';
import type { LabelRulesRefusal } from '../../domain/label-rules.js';
import type { ScanRefusal } from '../../domain/scan.js';

type OfferRefusal = AvailabilityRefusal | LabelRulesRefusal | Exclude<ScanRefusal, 'item_not_found'>;

/** How refusals look that are about what can be sold here and now, and about codes that are scanned. */
export const offerProblems: ProblemTable<OfferRefusal> = {
  availability_invalid: {
    status: 422,
    title: 'Availability cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Say that an item is available until tomorrow.',
  },
  item_not_available: {
    status: 409,
    title: 'The item is not on offer here and now',
    detail: ({ sku, why }) =>
      `${String(sku)} is not sold ${
        why === 'channel'
          ? 'through this channel'
          : why === 'schedule'
            ? 'at this time'
            : 'at this outlet at the moment'
      }. Take it off the order, or have somebody make it available.`,
    howToProvoke: 'Take an item off with PUT …/availability/{sku} and sell it.',
  },
  item_sold_out: {
    status: 409,
    title: 'There is not enough of the item left',
    detail: ({ sku, left, wanted }) =>
      `${String(left)} of ${String(sku)} left, ${String(wanted)} wanted. Sell less of it, or count it anew.`,
    howToProvoke: 'Count an item down to 1 and sell 2.',
  },
  label_rules_invalid: {
    status: 422,
    title: 'Labels cannot be read like that',
    detail: 'errors[] names each bad place. A label has thirteen digits in all.',
    howToProvoke: 'PUT rules whose digits do not add up to thirteen.',
  },
  barcode_check_digit_wrong: {
    status: 422,
    title: 'The barcode was misread',
    detail: 'Its check digit is wrong. Scan it again, or key it in anew.',
    howToProvoke: 'Look up 4006381333932.',
  },
  barcode_value_check_digit_wrong: {
    status: 422,
    title: 'The price or weight on the label was misread',
    detail: 'Its own check digit is wrong. Scan the label again; if that does not help, weigh the item anew.',
    howToProvoke: 'Look up 212345828755 at an outlet with the preset US.',
  },
  barcode_unreadable: {
    status: 422,
    title: 'The code is no GS1 element string',
    detail: ({ why }) => `It looks like one, but ${String(why)}. Scan it again.`,
    howToProvoke: 'Look up (01)4006381333931.',
  },
  barcode_names_no_item: {
    status: 422,
    title: 'The code names nothing that is sold',
    detail: 'It is a coupon, or the label of a pallet, a parcel or a place. Scan the barcode of the item itself.',
    howToProvoke: 'Look up (8112)001234561234560123456.',
  },
  barcode_measure_mismatch: {
    status: 422,
    title: 'The item is not sold by what the label says',
    detail: ({ sku, why }) =>
      `Of ${String(sku)}, ${String(why)}. Change the unit of the item or the rules of the labels.`,
    howToProvoke: 'Weigh an item whose unit is "each".',
  },
};
