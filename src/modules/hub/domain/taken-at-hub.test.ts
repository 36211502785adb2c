import { isTakenAtHub } from './taken-at-hub.js';

test.each([
  ['GET', '/orders/:orderId', true],
  ['HEAD', '/outlets', true],
  ['POST', '/sync/batches', true],
  ['POST', '/sessions', true],
  ['POST', '/devices/self/heartbeats', true],
  ['POST', '/quotes', true],
  ['POST', '/orders', false],
  ['PATCH', '/outlets/:outletId', false],
  ['POST', '/devices/activations', false],
  ['POST', '/devices/self/token', false],
  ['POST', '/staff/me/pin', false],
])('%s %s at a hub: %s', (method, route, taken) => {
  expect(isTakenAtHub(method, `/v1/:tenant/pos${route}`)).toBe(taken);
});

test('routes of the platform are not taken', () => {
  expect(isTakenAtHub('POST', '/v1/platform/plans')).toBe(false);
});
