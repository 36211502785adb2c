import { timeFrom } from '../../../../platform/http/values.js';
import type { OutletId } from '../../../../kernel/ids.js';
import {
  FOR_ALL,
  WITHOUT_LIMIT,
  type PromotionDetails,
  type PromotionLimits,
  type PromotionScope,
} from '../../domain/promotion-details.js';
import { statusAt, type Promotion, type PromotionVersion } from '../../domain/promotion.js';
import { PRIORITY_DEFAULT } from '../../domain/rule-draft.js';
import {
  toDetails,
  type ChangePromotionRequest,
  type CreatePromotionRequest,
  type PromotionLimitsDto,
  type PromotionResponse,
  type PromotionScopeDto,
  type PromotionVersionResponse,
} from './promotion-dto.js';

/** Reads the details of a new promotion; what is left out gets its default. */
export function detailsFrom(body: Omit<CreatePromotionRequest, 'id' | 'activation'>): PromotionDetails {
  const { name, effect, ...others } = body;
  return {
    name,
    effect,
    ...{ priority: PRIORITY_DEFAULT, level: 'line', select: {}, schedule: null, conditions: null },
    ...{ exclusiveGroup: null, stackable: true, timesMax: null, amountMax: null },
    ...{ scope: FOR_ALL, validFrom: null, validTo: null, limits: WITHOUT_LIMIT },
    ...changesFrom(others),
  };
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom(body: ChangePromotionRequest): Partial<PromotionDetails> {
  const { scope, limits, validFrom, validTo, ...rule } = body;
  const changes = {
    ...rule,
    scope: scope === undefined ? undefined : scopeFrom(scope),
    limits: limits === undefined ? undefined : limitsFrom(limits),
    validFrom: momentFrom(validFrom, '/validFrom'),
    validTo: momentFrom(validTo, '/validTo'),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function scopeFrom(scope: PromotionScopeDto): PromotionScope {
  const { outletIds = null, channels = null, customerGroups = null, entitlements = null } = scope;
  return { outletIds: outletIds as OutletId[] | null, channels, customerGroups, entitlements };
}

function limitsFrom({ usesMax = null, usesPerCustomerMax = null, budget = null }: PromotionLimitsDto): PromotionLimits {
  return { usesMax, usesPerCustomerMax, budget };
}

function momentFrom(text: string | null | undefined, pointer: string): string | null | undefined {
  return text == null ? text : timeFrom(text, pointer).toISOString();
}

/** Shows a promotion as it is at a moment. */
export function toPromotionResponse(promotion: Promotion, at: Date): PromotionResponse {
  const { id, activation, ruleVersion, version, details, createdAt, updatedAt } = promotion;
  return {
    id,
    activation,
    status: statusAt(promotion, at),
    ...toDetails(details),
    ruleVersion,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** Shows a version. */
export function toVersionResponse({ version, details, madeBy, madeAt }: PromotionVersion): PromotionVersionResponse {
  return { version, madeBy, madeAt: madeAt.toISOString(), ...toDetails(details) };
}
