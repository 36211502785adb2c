import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { DeviceRefusal } from './device.js';
import type { WholeNumber } from './device-events.js';

/** How a business looks on its devices. */
export interface BrandingSettings {
  /** An https address, or the picture itself as a `data:` URL; `null`: none. */
  readonly logo: string | null;
  readonly primaryColour: string;
  readonly accentColour: string;
  readonly backgroundColour: string;
}

export interface Branding extends BrandingSettings {
  /** 0 while it was never set. */
  readonly version: number;
}

/** Who is too old among the programs. */
export interface DevicePolicy {
  /** Devices with an older program are shown as outdated; `null`: none is. */
  readonly minimumAppVersion: string | null;
  readonly version: number;
}

export const BRANDING_UNSET: Branding = {
  ...{ logo: null, primaryColour: '#1f2933', accentColour: '#0b7285', backgroundColour: '#ffffff', version: 0 },
};
export const POLICY_UNSET: DevicePolicy = { minimumAppVersion: null, version: 0 };

/** A branding as events show it: of a picture only that there is one. */
export interface BrandingSnapshot {
  readonly logo: 'none' | 'address' | 'picture';
  readonly primaryColour: string;
  readonly accentColour: string;
  readonly backgroundColour: string;
  /** @asType integer */
  readonly version: number;
}

export interface DevicePolicySnapshot {
  readonly minimumAppVersion: string | null;
  readonly version: WholeNumber;
}

/** The data of events about what all devices of a business work by. */
export interface DeviceSettingEvents {
  /** A business looks otherwise on its devices. */
  'pos.branding.changed': { readonly branding: BrandingSnapshot; readonly before: BrandingSnapshot };
  /** It was set which programs are too old. */
  'pos.device_policy.changed': { readonly policy: DevicePolicySnapshot; readonly before: DevicePolicySnapshot };
}

export type DeviceSettingEvent = {
  [Type in keyof DeviceSettingEvents]: DomainEvent<Type, DeviceSettingEvents[Type]>;
}[keyof DeviceSettingEvents];

const PICTURE = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/;
/** 64 KiB of picture as Base64, and what stands before it. */
const PICTURE_LENGTH_MAX = 87_420;
const ADDRESS = /^https:\/\/[^\s/@?#]+(?:\/[^\s]*)?$/;
const ADDRESS_LENGTH_MAX = 2_000;

/** Decides how a business looks. @throws Refusal `branding_invalid` for a logo that is neither an https address nor a small picture. */
export function brand(before: Branding, wish: BrandingSettings): Branding {
  const problem = problemOfLogo(wish.logo);
  if (problem !== undefined) throw new Refusal<DeviceRefusal>('branding_invalid', {}, [problem]);
  return { ...wish, version: before.version + 1 };
}

/** The event of a new look. @param tenantId whose. */
export function brandingChanged(tenantId: string, branding: Branding, before: Branding): DeviceSettingEvent {
  return {
    type: 'pos.branding.changed',
    ...{ aggregate: 'brandings', aggregateId: tenantId, sequence: branding.version, outletId: null },
    data: { branding: brandingSnapshot(branding), before: brandingSnapshot(before) },
  };
}

/** The event of a new policy. @param tenantId whose. */
export function policyChanged(tenantId: string, policy: DevicePolicy, before: DevicePolicy): DeviceSettingEvent {
  return {
    type: 'pos.device_policy.changed',
    ...{ aggregate: 'device_policies', aggregateId: tenantId, sequence: policy.version, outletId: null },
    data: { policy: { ...policy }, before: { ...before } },
  };
}

function problemOfLogo(logo: string | null): RefusedField | undefined {
  const pointer = '/logo';
  if (logo === null) return undefined;
  if (logo.startsWith('data:')) {
    const fits = logo.length <= PICTURE_LENGTH_MAX && PICTURE.test(logo);
    return fits ? undefined : { pointer, message: 'must be a PNG, JPEG or WebP of at most 64 KiB as Base64' };
  }
  const fits = logo.length <= ADDRESS_LENGTH_MAX && ADDRESS.test(logo);
  return fits ? undefined : { pointer, message: 'must be an https address without a user, or a data: URL' };
}

function brandingSnapshot({
  logo,
  primaryColour,
  accentColour,
  backgroundColour,
  version,
}: Branding): BrandingSnapshot {
  const what = logo === null ? 'none' : logo.startsWith('data:') ? 'picture' : 'address';
  return { logo: what, primaryColour, accentColour, backgroundColour, version };
}
