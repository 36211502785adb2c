import { BlockReader, type StreamBlock } from './block-reader.js';

const TEXT =
  'retry: 2000\n\nid: 7\n\n: heartbeat\nid: 8\n\nid: 9\r\nevent: pos.order.held\r\ndata: {"note":"a: b"}\r\n\r\n' +
  'data: one\ndata:two\n\n: only a comment\n\n\nevent\nunknown: x\n\nid: 10\ndata: unfinished';
const BLOCKS: StreamBlock[] = [
  { retryMs: 2000 },
  { id: '7' },
  { id: '8' },
  { id: '9', event: 'pos.order.held', data: '{"note":"a: b"}' },
  { data: 'one\ntwo' },
  {},
  { event: '' },
];

test.each([TEXT.length, 1, 2, 7])('reads blocks from pieces of %i characters', (size) => {
  const reader = new BlockReader();
  const blocks: StreamBlock[] = [];
  for (let at = 0; at < TEXT.length; at += size) blocks.push(...reader.push(TEXT.slice(at, at + size)));
  expect(blocks).toEqual(BLOCKS);
  expect(reader.push('\n\n')).toEqual([{ id: '10', data: 'unfinished' }]);
});

test('a wait that is no number is none', () => expect(new BlockReader().push('retry: soon\n\n')).toEqual([{}]));
