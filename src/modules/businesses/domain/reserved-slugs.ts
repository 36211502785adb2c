const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names of the vendor, of hosts and of routes: a business of such a name would be taken for something else. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[
    'platform',
    'admin',
    'administrator',
    'root',
    'system',
    'internal',
    'support',
    'help',
    'billing',
    'staff',
    'activity',
  ],
  ...['api', 'www', 'app', 'web', 'mail', 'smtp', 'ftp', 'cdn', 'static', 'assets', 'status', 'docs', 'blog', 'dev'],
  ...[
    'test',
    'staging',
    'sandbox',
    'localhost',
    'healthz',
    'readyz',
    'metrics',
    'openapi',
    'webhooks',
    'oauth',
    'auth',
  ],
  ...['login', 'signin', 'signup', 'sign-in', 'register', 'account', 'accounts', 'pos', 'v1', 'v2', 'new', 'null'],
]);

/** Why a business cannot be called so in paths; `undefined` when it can. */
export function slugProblem(slug: string): string | undefined {
  if (!SLUG.test(slug)) return 'must be 1 to 63 small letters, digits or "-", not at the ends';
  return RESERVED.has(slug) ? 'is reserved' : undefined;
}
