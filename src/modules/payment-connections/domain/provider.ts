/** Companies that collect mobile money. */
export const PROVIDERS = ['mpesa', 'airtel_money', 'orange_money'] as const;
export type ConnectedProvider = (typeof PROVIDERS)[number];

/** True for a provider that there is an adapter for. */
export function isConnectedProvider(text: string): text is ConnectedProvider {
  return (PROVIDERS as readonly string[]).includes(text);
}

interface FieldRule {
  readonly required: boolean;
  /** What it must look like, and that in words. */
  readonly form: RegExp;
  readonly message: string;
  /** True for an address that this service calls: it must be a public one. */
  readonly isCalled?: boolean;
}

export interface ProviderRule {
  readonly settings: Readonly<Record<string, FieldRule>>;
  /** Secrets, and whether each must be there. */
  readonly secrets: Readonly<Record<string, { readonly required: boolean }>>;
}

const number = (required: boolean): FieldRule => ({ required, form: /^\d{5,10}$/, message: 'must be 5 to 10 digits' });
const page = (required: boolean): FieldRule => ({
  required,
  form: /^https:\/\/[^\s#]{1,500}$/,
  message: 'must be a URL that begins with https://',
});
/** Who calls it is somebody else: where a test's provider runs on this machine, plain http will do. */
const CALLBACK_BASE: FieldRule = {
  required: true,
  form: /^https?:\/\/[^\s#?]{1,300}$/,
  message: 'must be the public address of this service, such as https://pos.example.com',
};
const BASE_URL: FieldRule = {
  required: false,
  form: /^https?:\/\/[^\s#?]{1,300}$/,
  message: 'must be an address without a query, such as https://sandbox.safaricom.co.ke',
  isCalled: true,
};

/** What each provider needs to know of a business. */
export const PROVIDER_RULES: Readonly<Record<ConnectedProvider, ProviderRule>> = {
  mpesa: {
    settings: {
      shortcode: number(true),
      kind: { required: false, form: /^(paybill|till)$/, message: 'must be "paybill" or "till"' },
      till: number(false),
      callbackBase: CALLBACK_BASE,
      baseUrl: BASE_URL,
    },
    secrets: {
      consumerKey: { required: true },
      consumerSecret: { required: true },
      passkey: { required: true },
    },
  },
  airtel_money: {
    settings: {
      country: {
        required: true,
        form: /^(CD|CG|GA|KE|MG|MW|NE|NG|RW|SC|TD|TZ|UG|ZM)$/,
        message: 'must be a country of Airtel Money, such as KE',
      },
      baseUrl: BASE_URL,
    },
    secrets: { clientId: { required: true }, clientSecret: { required: true }, callbackKey: { required: false } },
  },
  orange_money: {
    settings: {
      country: { required: true, form: /^[a-z]{2,3}$/, message: 'must be as in the path of the API: "ci", or "dev"' },
      language: { required: false, form: /^(en|fr)$/, message: 'must be "en" or "fr"' },
      callbackBase: CALLBACK_BASE,
      returnUrl: page(true),
      cancelUrl: page(true),
      baseUrl: BASE_URL,
    },
    secrets: { clientId: { required: true }, clientSecret: { required: true }, merchantKey: { required: true } },
  },
};
