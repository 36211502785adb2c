import { eventBlock, heartbeatBlock, idBlock, retryBlock } from './wire.js';

test.each([
  [retryBlock(2000), 'retry: 2000\n\n'],
  [idBlock(7), 'id: 7\n\n'],
  [heartbeatBlock(7), ': heartbeat\nid: 7\n\n'],
  [eventBlock(7, 'pos.order.created', '{"a":1}'), 'id: 7\nevent: pos.order.created\ndata: {"a":1}\n\n'],
  [eventBlock(7, 'x', '{\n  "a":\r\n1 }'), 'id: 7\nevent: x\ndata: {   "a": 1 }\n\n'],
])('%j', (block, text) => expect(block).toBe(text));
