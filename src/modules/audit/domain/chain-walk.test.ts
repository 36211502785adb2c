import fc from 'fast-check';
import { chainOf, recordNumber, sha256 } from './chain.examples.js';
import { ChainWalk, type ChainReport } from './chain-walk.js';
import { NO_ENTRY, payloadOf, type AuditEntry, type ChainHead } from './entry.js';

const LENGTH = 12;
const chain = chainOf(LENGTH);
const head = headOf(chain);

function headOf(entries: readonly AuditEntry[]): ChainHead {
  const [last] = entries;
  return last === undefined ? NO_ENTRY : { number: last.number, hash: last.hash };
}

function walk(entries: readonly AuditEntry[], recorded: ChainHead = head, anchor?: ChainHead): ChainReport {
  const walked = new ChainWalk(sha256, anchor);
  for (const entry of entries) walked.take(entry);
  return walked.end(recorded, recorded);
}

const faultsOf = (report: ChainReport): string[] => report.faults.map(({ fault, number }) => `${fault} ${number}`);
const at = (number: number): number => LENGTH - number;
const changed = (number: number, change: Partial<AuditEntry>): AuditEntry[] =>
  chain.map((entry) => (entry.number === number ? { ...entry, ...change } : entry));

test('a chain that nobody touched is whole', () => {
  expect(walk(chain)).toEqual({ entries: LENGTH, head, faultCount: 0, faults: [] });
  expect(walk(chain, head, headOf(chain.slice(5))).faultCount).toBe(0);
  expect(walk([], NO_ENTRY).faultCount).toBe(0);
});

test('entries that were appended while it was read are no fault', () => {
  const walked = new ChainWalk(sha256, undefined);
  for (const entry of chain) walked.take(entry);
  expect(walked.end(headOf(chain.slice(2)), head).faultCount).toBe(0);
});

const forged = { ...recordNumber(5), actor: 'user:somebody-else' };
test.each<[string, readonly AuditEntry[], string[]]>([
  ['a column was edited', changed(5, { actor: 'user:somebody-else' }), ['columns 5']],
  ['columns and text were edited', changed(5, { ...forged, payload: payloadOf(forged) }), ['altered 5']],
  ['text and hash were edited', changed(5, rehashed(5)), ['unlinked 6']],
  ['an entry was deleted', chain.filter(({ number }) => number !== 5), ['missing 5']],
  ['the beginning was deleted', chain.filter(({ number }) => number > 3), ['missing 3']],
  ['the tail was cut', chain.filter(({ number }) => number < 10), ['head 12']],
  ['all was deleted', [], ['head 12']],
  ['an entry was inserted', [...chain.slice(0, 3), chain[3] as AuditEntry, ...chain.slice(3)], ['out_of_order 9']],
])('%s', (_, entries, faults) => {
  expect(faultsOf(walk(entries))).toEqual(faults);
});

/** Entry 5 says something else and has the hash of it, as if it followed entry 4. */
function rehashed(number: number): Partial<AuditEntry> {
  const payload = payloadOf(forged);
  return { ...forged, payload, hash: sha256((chain[at(number)] as AuditEntry).previousHash + payload) };
}

test('two entries that changed places do not follow', () => {
  const [a, b] = [chain[at(4)] as AuditEntry, chain[at(8)] as AuditEntry];
  const swapped = chain.map((entry) => {
    if (entry.number === 4) return { ...b, number: 4 };
    return entry.number === 8 ? { ...a, number: 8 } : entry;
  });
  expect(walk(swapped).faultCount).toBeGreaterThan(0);
});

test('a tail that was cut with the head put back is found by what was written down', () => {
  const cut = chain.slice(3);
  expect(walk(cut, headOf(cut)).faultCount).toBe(0);
  expect(faultsOf(walk(cut, headOf(cut), head))).toEqual(['anchor 12']);
});

test('a chain that was written anew from somewhere on is found by what was written down', () => {
  const anew = chainOf(3);
  expect(walk(anew, headOf(anew)).faultCount).toBe(0);
  expect(faultsOf(walk(anew, headOf(anew), { number: 2, hash: sha256('other') }))).toEqual(['anchor 2']);
});

test('faults are counted, and the first hundred told', () => {
  const long = chainOf(150).map((entry) => ({ ...entry, actor: 'nobody' }));
  expect(walk(long, headOf(long))).toMatchObject({ faultCount: 150, faults: { length: 100 } });
});

test('whatever one changes, takes out, repeats or moves is found', () => {
  const meddled = fc.oneof(
    fc
      .tuple(fc.nat(LENGTH - 1), fc.constantFrom('actor', 'reason', 'target', 'payload', 'hash', 'previousHash'))
      .map(([index, member]) =>
        chain.map((entry, place) => (place === index ? { ...entry, [member]: 'f'.repeat(64) } : entry)),
      ),
    fc.nat(LENGTH - 1).map((index) => chain.filter((_, place) => place !== index)),
    fc.nat(LENGTH - 1).map((index) => chain.flatMap((entry, place) => (place === index ? [entry, entry] : [entry]))),
    fc
      .tuple(fc.nat(LENGTH - 1), fc.nat(LENGTH - 1))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => chain.map((_, place) => chain[place === a ? b : place === b ? a : place] as AuditEntry)),
  );
  fc.assert(fc.property(meddled, (entries) => walk(entries).faultCount > 0));
});
