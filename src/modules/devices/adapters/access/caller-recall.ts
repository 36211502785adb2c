import type { CallerRecall } from '../../../access/index.js';
import type { Recall } from '../../ports/recall.js';

/** The door, which remembers callers for a while. */
export class DoorRecall implements Recall {
  constructor(private readonly door: CallerRecall) {}

  devices(...ids: readonly string[]): void {
    this.door.recall(...ids.map((id) => `device:${id}`));
  }
}
