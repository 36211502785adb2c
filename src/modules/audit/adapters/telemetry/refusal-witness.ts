import type { RequestContext } from '../../../../kernel/context.js';
import type { Refusal } from '../../../../kernel/refusal.js';
import type { RefusalWitness, RefusedRequest } from '../../../../platform/http/tokens.js';
import type { Logger } from '../../../../platform/telemetry/logger.js';
import type { Metrics } from '../../../../platform/telemetry/metrics.js';
import type { WitnessRefusal } from '../../application/witness-refusal.js';
import { targetOf, WITNESSED, type RefusedAttempt } from '../../domain/access-events.js';

/** Told by the edge of what it refuses. What it cannot write down changes no answer: it is counted, and somebody is woken. */
export class LoggedWitness implements RefusalWitness {
  private lost = 0;

  constructor(
    private readonly witness: Pick<WitnessRefusal, 'execute'>,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    const help = 'Refused attempts that could not be written to the audit, since the start';
    metrics.gauge('pos_audit_refusals_lost', help, () => this.lost);
  }

  concerns({ code }: Refusal): boolean {
    return WITNESSED.has(code);
  }

  async refused(context: RequestContext, request: RefusedRequest, refusal: Refusal): Promise<void> {
    try {
      await this.witness.execute(context, attemptOf(request, refusal));
    } catch (err) {
      this.lost += 1;
      const { requestId, tenantSlug: tenant } = context;
      const { method, path } = request;
      this.logger.error({ err, requestId, tenant, method, path }, 'a refused attempt is missing from the audit');
    }
  }
}

function attemptOf({ method, path }: RefusedRequest, { code, facts }: Refusal): RefusedAttempt {
  const text = (name: string): string | null => (typeof facts[name] === 'string' ? facts[name] : null);
  return {
    ...{ method, path, target: targetOf(path), code },
    ...{ permission: text('permission'), act: text('action'), why: text('why') },
  };
}
