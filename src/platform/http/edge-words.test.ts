import { Refusal } from '../../kernel/refusal.js';
import { canonicalJson } from './canonical-json.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { etagOf, expectedVersion } from './etag.js';
import { ProblemCatalogue } from './problem-catalogue.js';

const ID = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';

describe('cursors', () => {
  const made = encodeCursor(['2030-01-01T00:00:00.000Z', ID]);

  test('come back as they went', () => {
    expect(decodeCursor(made, ['time', 'uuid'])).toEqual(['2030-01-01T00:00:00.000Z', ID]);
  });

  test.each([
    { title: 'empty', cursor: '' },
    { title: 'no cursor', cursor: 'x' },
    { title: 'changed', cursor: `${made.slice(0, -2)}AA` },
    { title: 'of another shape', cursor: encodeCursor([1, ID]) },
    { title: 'too short', cursor: encodeCursor([ID]) },
    { title: 'of another version', cursor: `2${made.slice(1)}` },
    { title: 'too long', cursor: encodeCursor(['x'.repeat(2000), ID]) },
    { title: 'no uuid', cursor: encodeCursor(['2030-01-01T00:00:00.000Z', 'x']) },
    { title: 'no time', cursor: encodeCursor(['yesterday', ID]) },
  ])('that are $title are refused', ({ cursor }) => {
    expect(() => decodeCursor(cursor, ['time', 'uuid'])).toThrow(new Refusal('cursor_invalid'));
  });
});

test.each([
  { header: undefined, version: undefined },
  { header: '*', version: undefined },
  { header: etagOf(3), version: 3 },
])('If-Match $header is version $version', ({ header, version }) => {
  expect(expectedVersion({ headers: { 'if-match': header } })).toBe(version);
});

test.each(['3', '"x"', 'W/"3"', '"1", "2"', '"-1"', ''])('If-Match %s is refused', (header) => {
  expect(() => expectedVersion({ headers: { 'if-match': header } })).toThrow(new Refusal('if_match_invalid'));
});

test.each([
  { value: { b: 1, a: [1, { d: null, c: 'x' }] }, text: '{"a":[1,{"c":"x","d":null}],"b":1}' },
  { value: { a: undefined, b: 2 }, text: '{"b":2}' },
  { value: undefined, text: 'null' },
  { value: new Date(0), text: '"1970-01-01T00:00:00.000Z"' },
])('$text is canonical', ({ value, text }) => {
  expect(canonicalJson(value)).toBe(text);
});

test('a code declared twice is refused at the start', () => {
  const table = { not_found: { status: 404, title: 'x' } };
  expect(() => new ProblemCatalogue([table, table])).toThrow('not_found is declared twice');
});
