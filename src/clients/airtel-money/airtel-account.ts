/** Whose Airtel Money: what Airtel gave a business for its open API. */
export interface AirtelAccount {
  readonly baseUrl: string;
  /** ISO 3166, two letters: `KE`, `CD`. */
  readonly country: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const AIRTEL_URL = 'https://openapi.airtel.africa';

/** Where Airtel Money is, and how phone numbers begin there. */
const CALLING_CODES: Readonly<Record<string, string>> = {
  CD: '243',
  CG: '242',
  GA: '241',
  KE: '254',
  MG: '261',
  MW: '265',
  NE: '227',
  NG: '234',
  RW: '250',
  SC: '248',
  TD: '235',
  TZ: '255',
  UG: '256',
  ZM: '260',
};

/** True where Airtel Money is. */
export function isAirtelCountry(country: string): boolean {
  return Object.hasOwn(CALLING_CODES, country);
}

/** A phone number as Airtel wants it: without the country's code. */
export function airtelPhone(phone: string, country: string): string {
  const code = CALLING_CODES[country] ?? '';
  return phone.startsWith(code) ? phone.slice(code.length) : phone;
}

/** An account from what was stored of it, by these names. */
export function airtelAccountFrom(
  settings: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): AirtelAccount {
  return {
    baseUrl: settings['baseUrl'] ?? AIRTEL_URL,
    country: settings['country'] ?? '',
    clientId: secrets['clientId'] ?? '',
    clientSecret: secrets['clientSecret'] ?? '',
  };
}
