import { newSecret } from '../signatures/standard-webhooks.js';
import { callbackSecretsFrom } from './callback-secrets.js';

const [one, two] = [newSecret(Buffer.alloc(32, 1)), newSecret(Buffer.alloc(25, 2))];

test.each([
  { title: 'nothing', text: undefined, secrets: [] },
  { title: 'an empty text', text: ' , ', secrets: [] },
  { title: 'one', text: `treasury=${one}`, secrets: [['treasury', [one]]] },
  {
    title: 'one that is rotating, and another',
    text: `treasury=${one}, auth=${two},treasury=${two}`,
    secrets: [
      ['treasury', [one, two]],
      ['auth', [two]],
    ],
  },
])('$title', ({ text, secrets }) => expect([...callbackSecretsFrom(text)]).toEqual(secrets));

test.each([
  { title: 'no name', text: one, entry: 1 },
  { title: 'a name in capitals', text: `treasury=${one},AUTH=${one}`, entry: 2 },
  { title: 'a secret that is too short', text: `treasury=whsec_${Buffer.alloc(8).toString('base64')}`, entry: 1 },
])('$title is refused, without quoting it', ({ text, entry }) => {
  const read = () => callbackSecretsFrom(text);
  expect(read).toThrow(new RegExp(`^CALLBACK_SECRETS: entry ${entry} must be name=whsec_… with 24 to 64 bytes`));
});
