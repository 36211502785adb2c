import type { RequestContext } from '../../../../kernel/context.js';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { createLogger } from '../../../../platform/telemetry/logger.js';
import { Metrics } from '../../../../platform/telemetry/metrics.js';
import type { RefusedAttempt } from '../../domain/access-events.js';
import { LoggedWitness } from './refusal-witness.js';

const context: RequestContext = {
  ...{ tenantId: 't' as TenantId, tenantSlug: 'acme', requestId: 'r', at: new Date() },
  principal: { kind: 'user', id: 'u', permissions: new Set(), test: false },
};
const request = { method: 'POST', path: '/v1/acme/pos/orders' };

function witnessOver(execute: (context: RequestContext, attempt: RefusedAttempt) => Promise<void>) {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
  const metrics = new Metrics();
  return { lines, metrics, witness: new LoggedWitness({ execute }, logger, metrics) };
}

test('what was refused is told, with the facts that may be kept', async () => {
  const told: RefusedAttempt[] = [];
  const { witness } = witnessOver((_, attempt) => Promise.resolve(void told.push(attempt)));
  await witness.refused(context, request, new Refusal('approval_invalid', { action: 'order.void', why: 'used', x: 1 }));
  expect(told).toEqual([
    { ...request, target: 'orders', code: 'approval_invalid', permission: null, act: 'order.void', why: 'used' },
  ]);
});

test('what cannot be written down is counted, wakes somebody, and fails nothing', async () => {
  const { lines, metrics, witness } = witnessOver(() => Promise.reject(new Error('no database')));
  await witness.refused(context, request, new Refusal('permission_missing', { permission: 'x' }));
  expect(JSON.parse(lines.join(''))).toMatchObject({ level: 'error', tenant: 'acme', requestId: 'r' });
  expect(await metrics.registry.metrics()).toContain('pos_audit_refusals_lost 1');
});

test.each([
  ['permission_missing', true],
  ['approval_required', true],
  ['approval_invalid', true],
  ['approval_of_own_act', true],
  ['rights_exceed_caller', true],
  ['own_person', true],
  ['region_not_allowed', true],
  ['validation_failed', false],
  ['approval_not_found', false],
])('%s is told of: %s', (code, isTold) => {
  expect(witnessOver(() => Promise.resolve()).witness.concerns(new Refusal(code))).toBe(isTold);
});
