import { followGuide, GUIDE_TIMEOUT_MS } from '../../harness/guide.js';

test(
  'every command of the page is accepted, and answers what it says',
  async () => {
    const guide = await followGuide('give-rights.md');
    const shown = guide.blocks.filter(({ answer }) => answer !== undefined);
    expect(shown.length).toBeGreaterThanOrEqual(6);
    for (const { script, answer, said } of shown) expect({ script, said }).toMatchObject({ script, said: answer });
    guide.remove();
  },
  GUIDE_TIMEOUT_MS,
);
