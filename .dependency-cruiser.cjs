// Who may import whom (CONTRIBUTING.md, "Where things live"). test/architecture/import-rules.test.ts plants a violation of each rule.
const { existsSync, readdirSync } = require('node:fs');

const neighbours = existsSync('src/clients') ? readdirSync('src/clients').join('|') : '';
const tests = '\\.(test|examples)\\.ts$';
const inner = 'domain|ports|application';
const roots = '^src/(app/|posctl/|main\\.ts$)';
const adapters = '^src/modules/[^/]+/adapters/';

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: allowed },
});

/** A package is known to the folders that exist because of it, and to nobody else. */
const home = (packageName, where) => ({
  name: `${packageName}-has-a-home`,
  severity: 'error',
  from: { path: '^src/', pathNot: [tests, ...where] },
  to: { path: `(^|/)node_modules/(@types/)?${packageName}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'all-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('kernel-knows-nobody', '^src/kernel/', ['^src/kernel/']),
    only('domain-is-pure', '^src/modules/([^/]+)/domain/', ['^src/kernel/', '^src/modules/$1/domain/']),
    only('ports-are-interfaces', '^src/modules/([^/]+)/ports/', ['^src/kernel/', '^src/modules/$1/(domain|ports)/']),
    only('application-sees-ports', '^src/modules/([^/]+)/application/', [
      '^src/kernel/',
      `^src/modules/$1/(${inner})/`,
    ]),
    {
      name: 'adapter-is-named-after-what-it-talks-to',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/adapters/([^/]+)/', pathNot: tests },
      to: {
        path: '^src/(modules|clients|app|posctl)/',
        pathNot: [
          `^src/modules/$1/(${inner})/`,
          '^src/modules/$1/adapters/$2/',
          '^src/modules/$2/index\\.ts$',
          '^src/clients/$2/',
        ],
      },
    },
    ...(neighbours === ''
      ? []
      : [
          {
            name: 'no-network-in-a-transaction',
            severity: 'error',
            from: { path: `${adapters}(${neighbours})/`, pathNot: tests },
            to: { path: '^src/kernel/transaction\\.ts$' },
          },
        ]),
    only('front-door-only', '^src/modules/([^/]+)/index\\.ts$', ['^src/modules/$1/(application|domain)/']),
    only('wiring-stays-at-home', '^src/modules/([^/]+)/module\\.ts$', [
      '^src/modules/$1/',
      '^src/modules/[^/]+/index\\.ts$',
      '^src/(platform|clients|kernel)/',
      '(^|/)node_modules/inversify/',
    ]),
    only('clients-know-no-business', '^src/clients/([^/]+)/', [
      '^src/clients/$1/',
      '^src/(platform|kernel)/',
      '(^|/)node_modules/',
    ]),
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|clients|app|posctl)/' },
    },
    {
      name: 'only-app-wires',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, roots] },
      to: { path: '^src/app/|^src/modules/[^/]+/module\\.ts$' },
    },
    {
      name: 'nobody-imports-posctl',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/posctl/'] },
      to: { path: '^src/posctl/' },
    },
    {
      name: 'tests-stay-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: [tests, '^(test|bench)/'] },
    },
    {
      name: 'only-packages-that-ship', // and the generators do not: tsconfig.build.json leaves them out
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/app/generate[a-z-]*\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-knows-only-pure-code', // it runs in browsers: what it shares with the service is kernel and domains
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: tests },
      to: {
        path: '^(src|web|test|bench|tools)/',
        pathNot: ['^src/kernel/', '^src/modules/[^/]+/(domain|application|ports)/'],
      },
    },
    {
      name: 'screens-use-the-sdk', // a screen talks to the service as any other client does
      severity: 'error',
      from: { path: '^web/', pathNot: tests },
      to: { path: '^(src|test|bench|tools)/' },
    },
    {
      name: 'service-knows-no-client',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(sdk|web)/' },
    },
    home('kysely', ['/postgres/', '^src/platform/outbox/']),
    home('pg', ['^src/platform/(postgres|outbox)/']),
    home('express', ['/http/', '^src/app/']),
    home('@tsoa/runtime', ['/http/', '^src/app/']),
    home('tsoa', ['^src/app/generate\\.ts$']),
    home('inversify', ['/module\\.ts$', '^src/app/', '^src/platform/.*tokens\\.ts$']),
    home('jose', ['^src/platform/(oidc|dpop)/']),
    home('@node-rs/argon2', ['^src/platform/crypto/']),
    home('otpauth', ['/adapters/totp/']),
    home('openid-client', ['^src/platform/oidc/']),
    home('pino', ['^src/platform/telemetry/']),
    home('pino-http', ['^src/platform/telemetry/']),
    home('prom-client', ['^src/platform/telemetry/']),
    home('csv-parse', [adapters, '^src/posctl/']),
    home('stream-json', [adapters, '^src/posctl/']),
    home('kafkajs', ['^src/platform/kafka/']),
    home('ioredis', ['^src/platform/redis/']),
    home('opossum', ['^src/clients/', '^src/platform/sibling-http/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
