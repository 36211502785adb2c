import type { Refusal } from '../../../../kernel/refusal.js';
import { ProblemCatalogue } from '../../../../platform/http/problem-catalogue.js';
import type { Problem, ProblemTable } from '../../../../platform/http/problem.js';
import type { RefusalWords } from '../../ports/sync-surroundings.js';

/** Says refusals of entries in the words in which requests are refused. */
export class AnsweredRefusals implements RefusalWords {
  private readonly catalogue: ProblemCatalogue;

  /** @param tables of all modules. */
  constructor(tables: Iterable<ProblemTable>) {
    this.catalogue = new ProblemCatalogue(tables);
  }

  detailOf(refusal: Refusal): string {
    if (!this.catalogue.knows(refusal.code)) return refusal.code;
    const { body } = this.catalogue.answerTo(refusal, { instance: '', traceId: '' });
    const { title, detail, errors = [] } = JSON.parse(body) as Problem;
    const places = errors.map(({ pointer, message }) => `${pointer} ${message}`.trim());
    return [title, detail, ...places].filter((part) => part !== undefined && part !== '').join(' · ');
  }
}
