import { Refusal } from '../../../../kernel/refusal.js';

export type PlaceRefusal = 'too_many_streams' | 'streams_exhausted';

/** How many streams may be open: here, and of one tenant (GUARANTEES G13). */
export class StreamPlaces {
  private taken = 0;
  private readonly tenants = new Map<string, number>();

  constructor(private readonly max: number) {}

  /** @returns what gives the place back. @throws Refusal `streams_exhausted`, `too_many_streams`. */
  take(tenantId: string, tenantMax: number): () => void {
    if (this.taken >= this.max) throw new Refusal<PlaceRefusal>('streams_exhausted');
    const theirs = this.tenants.get(tenantId) ?? 0;
    if (theirs >= tenantMax) throw new Refusal<PlaceRefusal>('too_many_streams', { limit: tenantMax });
    this.taken += 1;
    this.tenants.set(tenantId, theirs + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.taken -= 1;
      const left = (this.tenants.get(tenantId) ?? 1) - 1;
      if (left > 0) this.tenants.set(tenantId, left);
      else this.tenants.delete(tenantId);
    };
  }
}
