import type { CurrencyCode, MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { Attachment, AttachmentList } from '../../domain/modifier-attachment.js';
import { priceFor } from '../../domain/modifier-choice.js';
import type { OfferedGroup, OfferedModifier } from '../../domain/modifier-tree.js';
import type { ItemOffer } from '../../ports/choice-views.js';
import type { AllergenDto } from './item-dto.js';
import type { ChoiceCount } from './modifier-group-dto.js';

/**
 * A place in an order.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 9999
 */
export type ChoicePosition = number;

/** A group that is to be offered. */
export interface ModifierAttachmentRequest {
  /**
   * The group's code.
   * @example "milk"
   */
  group: string;
  /** Where it stands among all groups of an item, those of its category included; its place in this list when absent. */
  position?: ChoicePosition;
  /** Instead of the group's own minimum. */
  min?: ChoiceCount | null;
  /** Instead of the group's own maximum; 0 takes a group off the item that its category or parent has. */
  max?: ChoiceCount | null;
}

/** All groups that are to be attached. */
export interface PutModifierAttachmentsRequest {
  groups: ModifierAttachmentRequest[];
}

/** An attached group. */
export interface ModifierAttachmentResponse {
  group: string;
  position: ChoicePosition;
  min: ChoiceCount | null;
  max: ChoiceCount | null;
}

/** What is attached to an item itself, or to a category. */
export interface ModifierAttachmentsResponse {
  itemId: Uuid | null;
  category: string | null;
  groups: ModifierAttachmentResponse[];
  /**
   * 0 where nothing was ever attached.
   * @isInt
   */
  version: number;
}

/** A choice as a screen shows it. */
export interface OfferedModifierResponse {
  id: Uuid;
  code: string;
  name: string;
  /** Of one, for the item's size. */
  price: MoneyDto;
  default: boolean;
  maxQuantity: ChoiceCount | null;
  /** One that is not active can be shown and not be chosen. */
  active: boolean;
  allergens: AllergenDto[];
  /** Offered where this is chosen. */
  groups: OfferedModifierGroupResponse[];
}

/** A group as a screen shows it, with the item's own minimum and maximum. */
export interface OfferedModifierGroupResponse {
  id: Uuid;
  code: string;
  name: string;
  currency: CurrencyCode;
  min: ChoiceCount;
  max: ChoiceCount | null;
  freeQuantity: ChoiceCount;
  modifiers: OfferedModifierResponse[];
}

/** All that is offered with an item. */
export interface ItemModifiersResponse {
  itemId: Uuid;
  sku: string;
  /** The item's variant attribute `size`, for which prices are. */
  size: string | null;
  groups: OfferedModifierGroupResponse[];
}

/** Reads what is to be attached. */
export function attachmentsFrom({ groups }: PutModifierAttachmentsRequest): Attachment[] {
  return groups.map(({ group, position, min = null, max = null }, index) => ({
    group,
    position: position ?? index,
    min,
    max,
  }));
}

/** Shows what is attached. */
export function toAttachmentsResponse(list: Omit<AttachmentList, 'id'>): ModifierAttachmentsResponse {
  const { itemId, category, groups, version } = list;
  return { itemId, category, groups: groups.map((attachment) => ({ ...attachment })), version };
}

/** Shows all that is offered with an item. */
export function toItemModifiers({ item, size, groups }: ItemOffer): ItemModifiersResponse {
  return { itemId: item.id, sku: item.sku, size, groups: groups.map((group) => toOfferedGroup(group, size)) };
}

function toOfferedGroup(group: OfferedGroup, size: string | null): OfferedModifierGroupResponse {
  const { id, code, name, currency, min, max, freeQuantity } = group;
  const modifiers = group.modifiers.map((modifier) => toOfferedModifier(modifier, size));
  return { id, code, name, currency, min, max, freeQuantity, modifiers };
}

function toOfferedModifier(modifier: OfferedModifier, size: string | null): OfferedModifierResponse {
  const { id, code, name, maxQuantity, active, allergens, groups } = modifier;
  const price = { ...priceFor(modifier, size) };
  const shown = { id, code, name, price, default: modifier.default, maxQuantity, active, allergens: [...allergens] };
  return { ...shown, groups: groups.map((group) => toOfferedGroup(group, size)) };
}
