import type { HealthPart } from '../../../../platform/tokens.js';
import { SourceFailed } from '../../domain/source-failed.js';
import type { CatalogueSource, SourcePage } from '../../ports/catalogue-source.js';

/** No source is configured: the catalogue here is the truth. */
export class OwnCatalogue implements CatalogueSource, HealthPart {
  readonly name = 'inventory';
  readonly configured = false;
  readonly suspended = true;

  async page(): Promise<SourcePage> {
    throw new SourceFailed('no source of the catalogue is configured', false);
  }

  async state(): Promise<string> {
    return 'not configured';
  }

  async close(): Promise<void> {}
}
