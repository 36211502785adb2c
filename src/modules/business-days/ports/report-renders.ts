import type { ReportLayout } from '../domain/report-layout.js';
import type { ZContent } from '../domain/z-report.js';

/** Makes a document of a report: the same bytes from the same content, for ever. */
export type ReportRender = (layout: ReportLayout, content: Pick<ZContent, 'madeAt' | 'outletName'>) => Uint8Array;
