import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { DeviceConfiguration } from '../../application/device-configurations.js';
import type { DeviceTax } from '../../ports/device-outlets.js';

export interface ConfiguredTax {
  code: string;
  name: string;
  /** Percent. */
  rate: string;
  compound: boolean;
  /** Days of the outlet's calendar, both inclusive; null: no end. */
  validFrom: string | null;
  validTo: string | null;
}

/** Other taxes on some channels, and what then stays the same. */
export interface ConfiguredChannelSwitch {
  channels: string[];
  taxes: ConfiguredTax[];
  policy: 'keep_gross' | 'keep_net';
}

export interface ConfiguredTaxGroup {
  code: string;
  name: string;
  /** Whether prices have the tax in them. */
  mode: 'inclusive' | 'exclusive';
  taxes: ConfiguredTax[];
  channelSwitch: ConfiguredChannelSwitch | null;
}

export interface ConfiguredReceipt {
  addressLines: string[];
  taxNumber: string | null;
  header: string | null;
  footer: string | null;
  prefix: string;
}

export interface ConfiguredRounding {
  /** @isInt */
  stepMinor: number;
  mode: string;
}

/** The place of sale. */
export interface ConfiguredOutlet {
  id: Uuid;
  name: string;
  active: boolean;
  currency: string;
  timeZone: string;
  locale: string;
  /**
   * Minutes after local midnight at which the trading day changes.
   * @isInt
   */
  dayCutMinutes: number;
  tenders: string[];
  taxRounding: 'receipt' | 'line';
  taxGroups: ConfiguredTaxGroup[];
  cashRounding: ConfiguredRounding | null;
  receipt: ConfiguredReceipt;
}

export interface ConfiguredBranding {
  /** An https address, or the picture itself as a data: URL. */
  logo: string | null;
  primaryColour: string;
  accentColour: string;
  backgroundColour: string;
}

export interface ConfiguredLicence {
  plan: string | null;
  status: 'unlimited' | 'active' | 'grace' | 'expired' | 'revoked';
  paidUntil: Timestamp | null;
  ordersUntil: Timestamp | null;
}

export interface ConfiguredSessions {
  /**
   * After so long without a touch the device locks; null: never.
   * @isInt
   */
  idleLockMinutes: number | null;
  /** @isInt */
  hours: number;
}

/** Where things are. Paths are below `base`; null: below the address that the device came by. */
export interface ConfiguredEndpoints {
  base: string | null;
  api: string;
  stream: string;
  heartbeat: string;
  configuration: string;
}

/** Everything that a device works by. */
export interface DeviceConfigurationResponse {
  /**
   * Grows with each change of anything here.
   * @isInt
   */
  revision: number;
  businessId: Uuid;
  slug: string;
  businessName: string;
  outlet: ConfiguredOutlet;
  /** What the device's receipt numbers begin with, such as T1; null: it prints none. */
  receiptSeries: string | null;
  /**
   * The number after the highest of its series that has arrived here: a device that forgot goes on with it. It moves with each
   * receipt and is no part of the revision.
   * @isInt
   */
  nextReceiptNumber: number | null;
  branding: ConfiguredBranding;
  licence: ConfiguredLicence;
  /** Each feature, and whether the plan has it. */
  features: Record<string, boolean>;
  /** Switches of the business beside the plan. */
  flags: Record<string, boolean>;
  sessions: ConfiguredSessions;
  endpoints: ConfiguredEndpoints;
  /** Older programs are to be replaced; null: none is too old. */
  minimumAppVersion: string | null;
}

/** Shows what a device works by. */
export function toConfigurationResponse(
  configuration: DeviceConfiguration,
  revision: number,
  receipts: { readonly receiptSeries: string | null; readonly nextReceiptNumber: number | null },
): DeviceConfigurationResponse {
  const { business, branding, licence, session, endpoints, minimumAppVersion } = configuration;
  const { plan, status, paidUntil, ordersUntil, features, flags } = licence;
  return {
    ...{ revision, businessId: business.id, slug: business.slug, businessName: business.name },
    outlet: outletOf(configuration),
    ...receipts,
    branding: { ...branding },
    licence: { plan, status, paidUntil: textOf(paidUntil), ordersUntil: textOf(ordersUntil) },
    features: { ...features },
    flags: { ...flags },
    sessions: { ...session },
    endpoints: { ...endpoints },
    minimumAppVersion,
  };
}

function outletOf({ outlet }: DeviceConfiguration): ConfiguredOutlet {
  const { id, name, active, currency, timeZone, locale, dayCutMinutes, taxRounding, cashRounding } = outlet;
  const { receipt, receiptPrefix: prefix } = outlet;
  return {
    ...{ id, name, active, currency, timeZone, locale, dayCutMinutes, tenders: [...outlet.tenders], taxRounding },
    taxGroups: outlet.taxGroups.map(({ channelSwitch, taxes, ...group }) => ({
      ...group,
      taxes: taxes.map(taxOf),
      channelSwitch: channelSwitch && {
        channels: [...channelSwitch.channels],
        taxes: channelSwitch.taxes.map(taxOf),
        policy: channelSwitch.policy,
      },
    })),
    cashRounding: cashRounding && { ...cashRounding },
    receipt: { ...receipt, addressLines: [...receipt.addressLines], prefix },
  };
}

function taxOf(tax: DeviceTax): ConfiguredTax {
  return { ...tax };
}

function textOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
