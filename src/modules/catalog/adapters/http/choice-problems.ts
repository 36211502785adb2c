import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { RefusalFacts } from '../../../../kernel/refusal.js';
import type { ComponentRefusal } from '../../domain/combo-choice.js';
import type { ComboRefusal } from '../../domain/combo.js';
import type { AttachmentRefusal } from '../../domain/modifier-attachment.js';
import type { ChoiceRefusal } from '../../domain/modifier-choice.js';
import type { ModifierGroupRefusal } from '../../domain/modifier-group.js';

const FIELDS = 'errors[] names each bad place.';

type SaleProblem = Exclude<ChoiceRefusal, 'modifier_unknown'> | ComponentRefusal;

/** How the refusals about modifiers and combos look to a caller. `modifier_unknown` is told by orders. */
export const choiceProblems: ProblemTable<ModifierGroupRefusal | AttachmentRefusal | ComboRefusal | SaleProblem> = {
  modifier_group_not_found: {
    status: 404,
    title: 'There is no such modifier group',
    detail: 'Check the id; GET …/catalog/modifier-groups?code= finds a group by its code.',
  },
  modifier_group_invalid: {
    status: 422,
    title: 'A modifier group cannot be like that',
    detail: FIELDS,
    cause:
      'A rule of the group cannot be met, prices differ in currency, or what is nested leads in a circle or too deep.',
    howToProvoke: 'Add a group with a minimum above its maximum.',
  },
  modifier_group_id_taken: {
    status: 409,
    title: 'The id belongs to another modifier group',
    detail: 'Make a fresh UUIDv7 for a new group. A deleted group comes back with PUT, not with POST.',
  },
  modifier_group_code_taken: {
    status: 409,
    title: 'Another modifier group has this code',
    detail: ({ code }) => `Change the group ${String(code)}, or choose another code.`,
  },
  modifier_group_in_use: {
    status: 409,
    title: 'The modifier group is in use',
    detail: ({ code, users }) =>
      `Take ${String(code)} off first: ${Array.isArray(users) ? users.join(', ') : 'something'} refers to it by its code.`,
    example: { code: 'sauces', users: ['the item burger'] },
    howToProvoke: 'Attach a group to an item and delete the group.',
  },
  modifier_attachments_invalid: {
    status: 422,
    title: 'Modifier groups cannot be attached like that',
    detail: FIELDS,
    howToProvoke: 'Attach a group that is not there.',
  },
  modifier_ambiguous: {
    status: 422,
    title: 'Several groups of the item offer this modifier',
    detail: ({ modifier, groups }) =>
      `Name the group with ${String(modifier)}: ${Array.isArray(groups) ? groups.join(' or ') : 'one of them'}.`,
    example: { modifier: 'onion', groups: ['toppings', 'extras'] },
  },
  modifier_not_available: {
    status: 422,
    title: 'The modifier is not available',
    detail: ({ modifier }) => `Leave ${String(modifier)} out, or make it active again.`,
    tellTheCashier: 'This choice is not on offer at the moment.',
  },
  modifier_required: {
    status: 422,
    title: 'Something has to be chosen with the item',
    detail: ({ group, min, chosen }) => `The group ${String(group)} needs ${String(min)}, ${String(chosen)} chosen.`,
    example: { group: 'size', min: 1, chosen: 0 },
    tellTheCashier: 'Ask the guest and choose.',
  },
  too_many_modifiers: {
    status: 422,
    title: 'Too much is chosen with the item',
    detail: ({ modifier, group, max }) =>
      `At most ${String(max)} of ${typeof modifier === 'string' ? `${modifier} in ` : ''}the group ${String(group)}.`,
    example: { group: 'toppings', max: 3 },
  },
  combo_not_found: {
    status: 404,
    title: 'The item is no combo',
    detail: ({ sku }) => `Say what is in ${String(sku)} with PUT …/catalog/items/{itemId}/combo.`,
    example: { sku: 'lunch' },
  },
  combo_not_defined: {
    status: 422,
    title: 'Nobody has said yet what is in the combo',
    detail: ({ sku }) => `Say what is in ${String(sku)} with PUT …/catalog/items/{itemId}/combo.`,
    howToProvoke: 'Add an item of kind combo and sell it.',
  },
  combo_invalid: {
    status: 422,
    title: 'A combo cannot be like that',
    detail: FIELDS,
    howToProvoke: 'Put a combo into a combo.',
  },
  combo_slot_unknown: {
    status: 422,
    title: 'The combo has no such slot',
    detail: (facts) => `${ofCombo(facts)} has no slot ${String(facts['slot'])}; GET …/combo lists them.`,
    example: { sku: 'lunch', slot: 'dessert' },
  },
  combo_slot_incomplete: {
    status: 422,
    title: 'Something is missing in the combo',
    detail: (facts) =>
      `${ofCombo(facts)} needs ${String(facts['min'])} for the slot ${String(facts['slot'])}, ${String(facts['chosen'])} chosen.`,
    example: { sku: 'lunch', slot: 'drink', min: 1, chosen: 0 },
    tellTheCashier: 'Ask the guest and choose.',
  },
  combo_slot_overfull: {
    status: 422,
    title: 'There is too much in the combo',
    detail: (facts) => `${ofCombo(facts)} has room for ${String(facts['max'])} in the slot ${String(facts['slot'])}.`,
    example: { sku: 'lunch', slot: 'drink', max: 1 },
    tellTheCashier: 'Sell what is too much apart.',
  },
  combo_component_unknown: {
    status: 422,
    title: 'The item is no choice of this slot',
    detail: (facts) =>
      `${String(facts['component'])} is no choice for the slot ${String(facts['slot'])} of ${String(facts['sku'])}.`,
    example: { sku: 'lunch', slot: 'drink', component: 'champagne' },
  },
};

function ofCombo({ sku }: RefusalFacts): string {
  return `The combo ${String(sku)}`;
}
