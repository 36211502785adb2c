import { readFileSync } from 'node:fs';
import { codeAt, hire, SECRETS } from '../../../src/modules/identity/adapters/http/identity.examples.js';
import { startService, type TestService } from '../../harness/service.js';

// What docs/guides/sign-in-as-administrator.md says is what happens: its requests are made as they stand there.

interface Step {
  readonly path: string;
  readonly as: string | undefined;
  readonly body: string;
}
const PAGE = readFileSync('docs/guides/sign-in-as-administrator.md', 'utf8');
const steps: readonly Step[] = [
  ...PAGE.matchAll(/```http\nPOST (?<path>\S+)(?: (?<as>open|session))?\n(?<body>.*?)\n```/gs),
].map(({ groups }) => ({ path: groups?.['path'] ?? '', as: groups?.['as'], body: groups?.['body'] ?? '' }));

let service: TestService;
beforeAll(async () => void (service = await startService(SECRETS)));
afterAll(() => service.close());

test('the requests of the page are answered as it says', async () => {
  expect(steps).toHaveLength(7);
  const { personId, email } = await hire(service, 'manager');
  const known: Record<string, string> = { personId, email };
  let session: string | undefined;
  const filled = (text: string): string => text.replaceAll(/<(\w+)>/g, (_, name: string) => known[name] ?? name);
  for (const { path, as, body } of steps) {
    const token = as === 'open' ? { token: null } : as === 'session' ? { token: session } : {};
    const answer = await service.call('POST', filled(path), { ...token, body: JSON.parse(filled(body)) });
    expect({ path, status: answer.status, text: answer.status < 300 ? '' : answer.text }).toMatchObject({ text: '' });
    const { token: given, secret, recoveryCodes } = answer.body;
    if (path.endsWith('/sign-in')) session = given;
    else if (typeof given === 'string') known['token'] = given;
    if (typeof secret === 'string') known['otp'] = codeAt(secret, Date.now());
    if (Array.isArray(recoveryCodes)) known['recoveryCode'] = String(recoveryCodes[0]);
  }
});
