/** Whose M-Pesa: what Safaricom gave a business for the Daraja API. */
export interface MpesaAccount {
  /** `https://api.safaricom.co.ke`, or the sandbox. */
  readonly baseUrl: string;
  /** The paybill number, or the store number behind a till. */
  readonly shortcode: string;
  /** The till that is paid to, where it is not the shortcode. */
  readonly till: string | undefined;
  readonly kind: 'paybill' | 'till';
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly passkey: string;
}

export const MPESA_URL = 'https://api.safaricom.co.ke';

const EAST_AFRICA_MS = 3 * 3_600_000;

/** A time as M-Pesa writes it: `20261120213000`, in East Africa time, which knows no daylight saving. */
export function mpesaTimestamp(at: Date): string {
  return new Date(at.getTime() + EAST_AFRICA_MS).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}

/** Reads such a time, a number or a text. `undefined` when it is none. */
export function mpesaTime(value: unknown): Date | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(
    typeof value === 'number' || typeof value === 'string' ? String(value) : '',
  );
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - EAST_AFRICA_MS);
  return mpesaTimestamp(time) === match[0] ? time : undefined; // 31 February is no day
}

/** The password of a request: Base64 of shortcode, passkey and the request's timestamp. */
export function mpesaPassword(shortcode: string, passkey: string, timestamp: string): string {
  return Buffer.from(`${shortcode}${passkey}${timestamp}`).toString('base64');
}

/** An account from what was stored of it, by these names. */
export function mpesaAccountFrom(
  settings: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): MpesaAccount {
  return {
    baseUrl: settings['baseUrl'] ?? MPESA_URL,
    shortcode: settings['shortcode'] ?? '',
    till: settings['till'],
    kind: settings['kind'] === 'till' ? 'till' : 'paybill',
    consumerKey: secrets['consumerKey'] ?? '',
    consumerSecret: secrets['consumerSecret'] ?? '',
    passkey: secrets['passkey'] ?? '',
  };
}
