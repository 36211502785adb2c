import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { PersonCommand } from '../../application/people-makers.js';
import type { PersonId } from '../../domain/person.js';

/** Whom a request is about, in the version that the caller saw. @throws Refusal `if_match_invalid`. */
export function personCommand(request: PosRequest, id: string): PersonCommand {
  const expected = expectedVersion(request);
  return { personId: id as PersonId, checkVersion: (current) => assertVersion(expected, current) };
}
