/**
 * How many minor digits each currency has, from ISO 4217 list one as published 2024-06-25 (DOMAIN P1). Precious
 * metals and test codes, which have no minor unit, are not currencies a till can take and are absent.
 */
const CODES_BY_DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
    'CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD ' +
    'HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU ' +
    'MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG ' +
    'SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST ' +
    'XCD YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const DIGITS = new Map<string, number>(
  Object.entries(CODES_BY_DIGITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/** A tenant's own minor digits where they differ from ISO 4217, for example `{ TWD: 0 }`. */
export type DigitOverrides = Readonly<Record<string, number>>;

/** Minor digits of a currency, the tenant's override first; `undefined` when there is no such currency. */
export function minorDigitsOf(currency: string, overrides: DigitOverrides = {}): number | undefined {
  // Own members only: a caller's "currency" may be called `constructor`.
  return Object.hasOwn(overrides, currency) ? overrides[currency] : DIGITS.get(currency);
}

/** True for a currency code of ISO 4217 that has minor units. */
export function isCurrency(code: string): boolean {
  return DIGITS.has(code);
}
