import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { FEATURES } from './feature.js';
import type { LicensingRefusal } from './licensing-refusal.js';
import { isLimitedThing, LIMITED_THINGS } from './limited-thing.js';
import type { Override } from './subscription.js';

const MOST = 1_000_000_000;

/** The override, if there can be one like that. @throws Refusal `licence_invalid` with a pointer for each bad place. */
export function checkedOverride(override: Override, at: Date): Override {
  const { name, value, endsAt } = override;
  const reason = override.reason.trim();
  const fields: RefusedField[] = [];
  const isFeature = (FEATURES as readonly string[]).includes(name);
  const isLimit = isLimitedThing(name);
  if (!isFeature && !isLimit)
    fields.push({ pointer: '/name', message: `must be one of ${[...FEATURES, ...LIMITED_THINGS].join(', ')}` });
  if (isFeature && typeof value !== 'boolean') fields.push({ pointer: '/value', message: 'must be true or false' });
  const isCount = value === null || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST);
  if (isLimit && !isCount) fields.push({ pointer: '/value', message: `must be null or an integer from 0 to ${MOST}` });
  if (reason === '' || reason.length > 500)
    fields.push({ pointer: '/reason', message: 'must have 1 to 500 characters' });
  if (endsAt !== null && endsAt <= at) fields.push({ pointer: '/endsAt', message: 'must be later than now' });
  if (fields.length > 0) throw new Refusal<LicensingRefusal>('licence_invalid', {}, fields);
  return { ...override, reason };
}
