import { readFileSync } from 'node:fs';
import path from 'node:path';
import { followGuide, GUIDE_TIMEOUT_MS } from '../../harness/guide.js';

test(
  'every command of the page is accepted, and answers what it says',
  async () => {
    const guide = await followGuide('run-the-cash-of-a-day.md', true);
    const shown = guide.blocks.filter(({ answer }) => answer !== undefined);
    expect(shown.length).toBe(9);
    for (const { script, answer, said } of shown) expect({ script, said }).toMatchObject({ script, said: answer });
    const paper = readFileSync(path.join(guide.folder, '.data', 'z.plain'), 'utf8');
    // Coffee and pizzas, less the refund; the drawer that is half a dollar short.
    expect(paper).toMatch(/^Total +75\.00$/m);
    expect(paper).toMatch(/^Refunds +1 x +60\.00$/m);
    expect(paper).toContain('-0.50');
    expect(readFileSync(path.join(guide.folder, '.data', 'z.pdf'), 'latin1')).toMatch(/^%PDF-/);
    guide.remove();
  },
  GUIDE_TIMEOUT_MS,
);
