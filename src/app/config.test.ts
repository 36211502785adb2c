import { readFileSync } from 'node:fs';
import { VARIABLES } from './config-variables.js';
import { ConfigError, configurationTable, readConfig } from './config.js';
import { assertUsable } from './usable-settings.js';

test('defaults hold where nothing is set', () => {
  expect(readConfig({})).toMatchObject({ port: 4100, databasePoolSize: 10, logLevel: 'info', oidcIssuer: undefined });
});

test('a flag goes before the environment', () => {
  expect(readConfig({ LOG_LEVEL: 'warn' }, ['--log-level=debug']).logLevel).toBe('debug');
});

test('a tenant has its own value where that is allowed, between environment and flag', () => {
  const settings = { config: { API_KEY_ROTATION_OVERLAP_HOURS: 2, PORT: 1 } };
  const environment = { API_KEY_ROTATION_OVERLAP_HOURS: '5' };
  expect(readConfig(environment).forTenant(settings)).toMatchObject({ rotationOverlapHours: 2, port: 4100 });
  expect(readConfig(environment, ['--api-key-rotation-overlap-hours=7']).forTenant(settings).rotationOverlapHours).toBe(
    7,
  );
  expect(
    readConfig(environment).forTenant({ config: { API_KEY_ROTATION_OVERLAP_HOURS: -1 } }).rotationOverlapHours,
  ).toBe(5);
});

test.each([
  { environment: { PORT: 'x' }, flags: [], names: 'PORT must be an integer from 0 to 65535' },
  { environment: { PORT: '70000' }, flags: [], names: 'PORT must be' },
  { environment: { LOG_LEVEL: 'loud' }, flags: [], names: 'LOG_LEVEL must be one of' },
  {
    environment: { DATABASE_URL: 'mysql://x' },
    flags: [],
    names: 'DATABASE_URL must be a URL that begins with postgres://',
  },
  { environment: { OIDC_ALGORITHMS: 'HS256' }, flags: [], names: 'OIDC_ALGORITHMS must be a list of' },
  { environment: {}, flags: ['--colour=red'], names: '--colour is no setting' },
  { environment: {}, flags: ['colour'], names: 'colour is no setting' },
])('$environment $flags stops the start and names what is wrong', ({ environment, flags, names }) => {
  expect(() => readConfig(environment, flags)).toThrow(ConfigError);
  expect(() => readConfig(environment, flags)).toThrow(names);
});

test('every setting is in docs/configuration.md', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toContain(configurationTable());
  expect(new Set(Object.values(VARIABLES).map(({ name }) => name)).size).toBe(Object.keys(VARIABLES).length);
});

test.each([
  [{ SECRETS_KEY: 'too short' }, /32 bytes/],
  [{ WEBHOOK_PORTS: '443,https' }, /WEBHOOK_PORTS/],
  [{ WEBHOOK_ALLOW: 'anywhere' }, /WEBHOOK_ALLOW/],
  [{ AUTH_SERVICE_URL: 'https://auth.test' }, /AUTH_SERVICE_SECRET/],
  [{ AUTH_SERVICE_SECRET: 'whsec_short' }, /24 to 64 bytes/],
])('what would fail later stops the start: %j', (environment, reason) => {
  const check = () => assertUsable(readConfig(environment));
  expect(check).toThrow(ConfigError);
  expect(check).toThrow(reason);
});
