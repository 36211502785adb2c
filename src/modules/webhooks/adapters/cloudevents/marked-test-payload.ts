import { existsSync, readFileSync } from 'node:fs';
import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { structured } from '../../../../platform/cloudevents/envelope.js';
import type { Delivery } from '../../domain/delivery.js';
import { TEST_EVENT_TYPE } from '../../domain/delivery.js';
import type { TestPayload } from '../../ports/test-payload.js';

/** One file for each type, generated with the contract of events. */
const EXAMPLES = new URL('../../../../../openapi/examples/events/', import.meta.url);
const FILE_NAME = /^[a-z0-9_]+(\.[a-z0-9_]+)*$/;

interface Example {
  readonly outlet?: string;
  readonly data: object;
}

/** The usual envelope with the extension attribute `test`, so that nobody takes it for something that happened. */
export class MarkedTestPayload implements TestPayload {
  render({ tenantId, tenantSlug, principal, requestId, at }: RequestContext, delivery: Delivery): string {
    const { outlet, data } = exampleOf(delivery.eventType);
    const text = structured({
      id: delivery.eventId,
      type: delivery.eventType,
      tenantId,
      tenantSlug,
      aggregate: 'webhook_tests',
      aggregateId: delivery.id,
      sequence: 1,
      outletId: (outlet ?? null) as OutletId | null,
      json: JSON.stringify(data),
      actor: `${principal.kind}:${principal.id}`,
      requestId,
      traceParent: null,
      occurredAt: at,
      position: 0,
    });
    return text.replace(/^\{/, '{"test":true,');
  }
}

function exampleOf(type: string): Example {
  if (type === TEST_EVENT_TYPE) return { data: { message: 'It works.' } };
  const file = new URL(`${type}.json`, EXAMPLES);
  if (!FILE_NAME.test(type) || !existsSync(file)) return { data: {} };
  return JSON.parse(readFileSync(file, 'utf8')) as Example;
}
