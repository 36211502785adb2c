import { randomBytes } from 'node:crypto';
import { followGuide, GUIDE_TIMEOUT_MS } from '../../harness/guide.js';

test(
  'every command of the page is accepted, and answers what it says',
  async () => {
    const variables = { SECRETS_KEY: randomBytes(32).toString('base64') };
    const guide = await followGuide('open-a-business.md', false, variables);
    const shown = guide.blocks.filter(({ answer }) => answer !== undefined);
    expect(shown.length).toBe(9);
    for (const { script, answer, said } of shown) expect({ script, said }).toMatchObject({ script, said: answer });
    guide.remove();
  },
  GUIDE_TIMEOUT_MS,
);
