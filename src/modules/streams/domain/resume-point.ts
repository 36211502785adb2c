import { Refusal } from '../../../kernel/refusal.js';

export type ResumeRefusal = 'last_event_id_invalid';

// Fifteen digits are exact numbers, and more events than anybody will ever have.
const FORM = /^\d{1,15}$/;

/**
 * The position after which a stream goes on, from the id that the client saw last. An empty id is none: so the standard has it.
 * @throws Refusal `last_event_id_invalid`.
 */
export function resumePointFrom(id: string | undefined, pointer: string): number | undefined {
  if (id === undefined || id === '') return undefined;
  if (FORM.test(id)) return Number(id);
  throw new Refusal<ResumeRefusal>('last_event_id_invalid', {}, [{ pointer, message: 'must be an id of this stream' }]);
}
