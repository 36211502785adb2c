/** Whose Orange Money: what Orange gave a business for WebPay. */
export interface OrangeAccount {
  readonly baseUrl: string;
  /** As in the path of Orange's API: `ci`, `cd`, or `dev` for its sandbox. */
  readonly country: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly merchantKey: string;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  /** `en` or `fr`: what the customer reads. */
  readonly language: string;
}

export const ORANGE_URL = 'https://api.orange.com';
/** The only currency of the sandbox. */
export const ORANGE_SANDBOX_CURRENCY = 'OUV';

/** An account from what was stored of it, by these names. */
export function orangeAccountFrom(
  settings: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): OrangeAccount {
  return {
    baseUrl: settings['baseUrl'] ?? ORANGE_URL,
    country: settings['country'] ?? '',
    clientId: secrets['clientId'] ?? '',
    clientSecret: secrets['clientSecret'] ?? '',
    merchantKey: secrets['merchantKey'] ?? '',
    returnUrl: settings['returnUrl'] ?? '',
    cancelUrl: settings['cancelUrl'] ?? '',
    language: settings['language'] ?? 'en',
  };
}
