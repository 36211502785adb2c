import type { Response } from 'express';
import type { Principal } from '../../../../kernel/context.js';
import { isUuid, type OutletId } from '../../../../kernel/ids.js';
import type { LoggedEvent } from '../../../../kernel/outbox.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { RawRoute } from '../../../../platform/http/raw-route.js';
import { badValue } from '../../../../platform/http/values.js';
import type { Audience } from '../../../../platform/sse/fan-out.js';
import type { LiveStreams, StreamGuard } from '../../../../platform/sse/live-streams.js';
import type { RecheckCaller } from '../../application/recheck-caller.js';
import type { Subscribe, SubscribeCommand } from '../../application/subscribe.js';
import { resumePointFrom } from '../../domain/resume-point.js';
import { onlyHints, shows, type Subscription } from '../../domain/subscription.js';
import type { StreamPlaces } from './stream-places.js';

export const OUTLET_STREAM = '/v1/{tenant}/pos/outlets/{outletId}/stream';
export const TENANT_STREAM = '/v1/{tenant}/pos/stream';

export interface StreamRouteParts {
  readonly subscribe: Subscribe;
  readonly recheck: RecheckCaller;
  readonly streams: LiveStreams;
  readonly places: StreamPlaces;
  readonly tenantMax: (request: PosRequest) => number;
}

/** `GET …/stream`: events as they happen, over an answer that does not end. */
export class StreamRoute implements RawRoute {
  readonly method = 'get';
  readonly permission = 'streams:read';

  constructor(
    readonly path: typeof OUTLET_STREAM | typeof TENANT_STREAM,
    private readonly parts: StreamRouteParts,
  ) {}

  readonly handler = async (request: PosRequest, response: Response): Promise<void> => {
    const { subscribe, streams, places, tenantMax } = this.parts;
    const command = commandOf(request);
    const after = resumePoint(request);
    const subscription = await subscribe.execute(request.context, command);
    const guard = await this.guardOf(request, subscription, command.outletId);
    if (request.method === 'HEAD') {
      response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
      response.end();
      return;
    }
    const leave = places.take(request.context.tenantId, tenantMax(request));
    response.once('close', leave);
    if (response.closed) leave();
    const audience = audienceOf(request, subscription, command.outletId);
    await streams.open({ audience, guard, after }, response, (stop) => request.edge.becameStream(stop));
  };

  private async guardOf(
    { headers, context }: PosRequest,
    { permissions }: Subscription,
    outletId: OutletId | undefined,
  ): Promise<StreamGuard> {
    const credentials = { authorization: headers.authorization, tenantSlug: context.tenantSlug };
    const caller = await this.parts.recheck.identify(credentials);
    if (caller === undefined) throw new Refusal('unauthenticated');
    const needed = [this.permission, ...permissions];
    const grant = { credentials, permissions: needed, outletId, principal: context.principal };
    return { expiresAt: caller.expiresAt, stillMay: () => this.parts.recheck.execute(grant) };
  }
}

function commandOf({ params, query }: PosRequest): SubscribeCommand {
  const { outletId } = params as { outletId?: string };
  if (outletId !== undefined && !isUuid(outletId)) throw badValue('/path/outletId', 'must be a UUID in lower case');
  const { topics, types } = query as { topics?: string; types?: string };
  return {
    ...(outletId === undefined ? {} : { outletId: outletId as OutletId }),
    ...(topics === undefined ? {} : { topics: topics.split(',') }),
    ...(types === undefined ? {} : { types: types.split(',') }),
  };
}

/** A client that comes back sends the header, which is newer than what its address says. */
function resumePoint({ headers, query }: PosRequest): number | undefined {
  const header = headers['last-event-id'];
  const point = resumePointFrom(Array.isArray(header) ? header.join() : header, '/header/Last-Event-ID');
  return point ?? resumePointFrom((query as { lastEventId?: string }).lastEventId, '/query/lastEventId');
}

function audienceOf({ context }: PosRequest, subscription: Subscription, outletId: OutletId | undefined): Audience {
  const outlets = outletId === undefined ? context.principal.outlets : new Set([outletId]);
  const known = new Map<string, boolean>();
  const isShown = (type: string): boolean => {
    const shown = known.get(type) ?? shows(subscription, type);
    known.set(type, shown);
    return shown;
  };
  return {
    tenantId: context.tenantId,
    tenantSlug: context.tenantSlug,
    key: `${outletsKey(outlets)} ${subscription.types.join(' ')} ${subscription.hints.join(' ')}`,
    accepts: ({ type, outletId: place }: Pick<LoggedEvent, 'type' | 'outletId'>) =>
      isShown(type) && (place === null || outlets === undefined || outlets.has(place)),
    ...(subscription.hints.length > 0 && {
      hidesData: ({ type }: Pick<LoggedEvent, 'type'>) => onlyHints(subscription, type),
    }),
  };
}

function outletsKey(outlets: Principal['outlets']): string {
  return outlets === undefined ? '*' : [...outlets].sort().join();
}
