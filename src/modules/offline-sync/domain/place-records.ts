/** The business. */
export interface BusinessRecord {
  readonly id: string;
  /** Its name in paths. */
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  /** Minor digits of currencies, where they differ from ISO 4217. */
  readonly minorDigits: Readonly<Record<string, number>>;
}

/** A tax, with the days of the outlet's calendar on which its rate holds. */
export interface TaxRecord {
  readonly code: string;
  readonly name: string;
  /** In percent. */
  readonly rate: string;
  readonly compound: boolean;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A tax group, `TaxGroupDraft` of the outlets. */
export interface TaxGroupRecord {
  readonly code: string;
  readonly name: string;
  readonly mode: 'inclusive' | 'exclusive';
  readonly taxes: readonly TaxRecord[];
  readonly channelSwitch?: {
    readonly channels: readonly Channel[];
    readonly taxes: readonly TaxRecord[];
    readonly policy: 'keep_gross' | 'keep_net';
  };
}

/** The ways in which an order reaches the house. */
type Channel =
  'counter' | 'dine_in' | 'bar_tab' | 'takeaway' | 'delivery' | 'pickup' | 'drive_thru' | 'kiosk' | 'ecommerce';

/** A charge for service; the first that holds on the day and channel of a sale is taken. */
export interface ServiceChargeRecord {
  readonly name: string;
  readonly rate: string;
  readonly basis: 'before_tax' | 'after_tax';
  readonly taxGroup: string | null;
  readonly channels: readonly Channel[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** The outlet: everything that a sale there is computed and printed by. */
export interface OutletRecord {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly dayCutMinutes: number;
  readonly receiptPrefix: string;
  /** Codes of the tenders that are switched on. */
  readonly tenders: readonly string[];
  readonly taxRounding: 'receipt' | 'line';
  readonly cashRounding: { readonly stepMinor: number; readonly mode: 'half-up' | 'up' | 'down' } | null;
  /** By weekday, `mon` to `sun`. */
  readonly openingHours: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>>;
  readonly receipt: {
    readonly addressLines: readonly string[];
    readonly taxNumber: string | null;
    readonly header: string | null;
    readonly footer: string | null;
  };
  readonly serviceCharges: readonly ServiceChargeRecord[];
  /** Keys of the till that are other than they come; absent in copies of older services. */
  readonly tillKeys?: Readonly<Record<string, readonly string[]>>;
  readonly taxGroups: readonly TaxGroupRecord[];
  readonly active: boolean;
  /** The last business day that was closed, `YYYY-MM-DD`. */
  readonly closedThrough: string | null;
  /** A business day that must be closed before anything of a later one is sold. */
  readonly closureDue: string | null;
}

/** The device that asks, and what it works by. */
export interface DeviceRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly outletId: string;
  /** What its receipt numbers begin with, `T1`. */
  readonly receiptSeries: string | null;
  /** The number after the highest that the service knows of, as of the snapshot: that it moves is no change. */
  readonly nextReceiptNumber: number | null;
  /** After so long without a touch it locks; `null`: never. */
  readonly idleLockMinutes: number | null;
  readonly branding: {
    /** An https address, or the picture itself as a `data:` URL. */
    readonly logo: string | null;
    readonly primaryColour: string;
    readonly accentColour: string;
    readonly backgroundColour: string;
  };
  readonly licence: {
    readonly plan: string | null;
    readonly status: 'unlimited' | 'active' | 'grace' | 'expired' | 'revoked';
    readonly paidUntil: string | null;
    readonly ordersUntil: string | null;
  };
  /** Each feature, and whether the plan has it. */
  readonly features: Readonly<Record<string, boolean>>;
  /** Switches of the business beside the plan. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** Older programs are to be replaced; `null`: none is too old. */
  readonly minimumAppVersion: string | null;
}
