import type { RequestContext } from '../../../kernel/context.js';
import type { Delivery } from '../domain/delivery.js';

/** Writes the envelope of an event that did not happen, with the data of an example of its type. */
export interface TestPayload {
  render(context: RequestContext, delivery: Delivery): string;
}
