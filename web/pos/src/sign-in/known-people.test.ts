import 'fake-indexeddb/auto';
import { KeptValues } from '../boot/kept-values.js';
import { KnownPeople } from './known-people.js';

const PROVEN = Date.parse('2026-11-21T10:00:00Z');
const SINCE = '2026-11-21T10:00:00.000Z';
let count = 0;
let nowMs = 0;

async function opened(): Promise<{ kept: KeptValues; known: KnownPeople }> {
  count += 1;
  nowMs = 1_000_000;
  const kept = await KeptValues.open(`known-${count}`);
  const known = new KnownPeople(kept, () => nowMs);
  await known.remember({
    personId: 'anna',
    name: 'Anna',
    permissions: ['orders:write'],
    pin: '4826',
    provenAt: PROVEN,
  });
  return { kept, known };
}

test('who signed in before may sign in again, nobody else', async () => {
  const { known } = await opened();
  expect(await known.check('anna', '4826')).toMatchObject({ kind: 'right', person: { name: 'Anna' } });
  expect(await known.check('anna', '1111')).toEqual({ kind: 'wrong' });
  expect(await known.check('ben', '4826')).toEqual({ kind: 'unknown' });
});

test('wrong tries are counted over restarts, and the right PIN waits as well', async () => {
  const { kept, known } = await opened();
  for (let tried = 1; tried < 5; tried++) expect((await known.check('anna', '1111')).kind).toBe('wrong');
  expect(await known.check('anna', '1111')).toEqual({ kind: 'locked', until: nowMs + 30_000 });
  const again = new KnownPeople(kept, () => nowMs);
  expect((await again.check('anna', '4826')).kind).toBe('locked');
  nowMs += 30_000;
  expect((await again.check('anna', '4826')).kind).toBe('right');
  expect((await again.check('anna', '1111')).kind).toBe('wrong');
});

test('who is gone or has no PIN any more is forgotten; rights are those of the price list', async () => {
  const { known } = await opened();
  await known.follow([{ id: 'anna', hasPin: true, pinSetAt: SINCE, permissions: ['orders:read'] }]);
  expect((await known.people())[0]?.permissions).toEqual(['orders:read']);
  await known.follow([{ id: 'anna', hasPin: false, pinSetAt: null, permissions: [] }]);
  expect(await known.people()).toEqual([]);
  expect((await known.check('anna', '4826')).kind).toBe('unknown');
});

test('a price list from before somebody came forgets nobody', async () => {
  const { known } = await opened();
  await known.follow([]);
  expect((await known.check('anna', '4826')).kind).toBe('right');
  await known.follow([{ id: 'anna', hasPin: true, pinSetAt: SINCE, permissions: [] }]);
  await known.follow([]);
  expect(await known.people()).toEqual([]);
});

test('a PIN that was changed elsewhere is not known here any more, however the clock of the device goes', async () => {
  const { known } = await opened();
  const anna = { id: 'anna', hasPin: true, permissions: ['orders:write'] };
  await known.follow([{ ...anna, pinSetAt: SINCE }]);
  expect((await known.check('anna', '4826')).kind).toBe('right');
  await known.follow([{ ...anna, pinSetAt: '2026-11-21T10:00:00.001Z' }]);
  expect([await known.people(), (await known.check('anna', '4826')).kind]).toEqual([[], 'unknown']);
  await known.remember({ personId: 'anna', name: 'Anna', permissions: [], pin: '7193', provenAt: PROVEN + 1_000 });
  await known.follow([{ ...anna, pinSetAt: '2026-11-21T10:00:00.001Z' }]);
  expect((await known.check('anna', '7193')).kind).toBe('right');
});
