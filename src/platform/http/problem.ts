import type { RefusalFacts } from '../../kernel/refusal.js';

/** How one refusal looks to the caller, and what its page in docs/errors says. */
export interface ProblemType {
  readonly status: number;
  /** What happened, the same words every time. */
  readonly title: string;
  /** What to do about it, with the facts of this case. */
  readonly detail?: string | ((facts: RefusalFacts) => string);
  /** True only if the identical request can succeed later. */
  readonly retryable?: boolean;
  /** Sent as Retry-After where the refusal's facts name no `retryAfterSeconds`. */
  readonly retryAfterSeconds?: number;
  /** For the page: facts of an imagined case, where `detail` computes with them. */
  readonly example?: RefusalFacts;
  /** For the page: why this happens. */
  readonly cause?: string;
  /** For the page: what the person at the till should be told. */
  readonly tellTheCashier?: string;
  /** For the page: how to see it in test mode. */
  readonly howToProvoke?: string;
}

/** A module's refusals and their looks. Typed by the module's codes, a refusal without its answer does not compile. */
export type ProblemTable<Code extends string = string> = Readonly<Record<Code, ProblemType>>;

/** One bad place in the request. */
export interface ProblemField {
  /** JSON Pointer into the body; `/query/<name>`, `/path/<name>` and `/header/<name>` point outside it. */
  pointer: string;
  message: string;
}

/**
 * An error as RFC 9457 has it. Act on `code`, which never changes; show `title` and `detail`.
 */
export interface Problem {
  /** A stable URI: the page of this project's documentation about the code. */
  type: string;
  title: string;
  /** @isInt */
  status: number;
  /** What to do about it. */
  detail?: string;
  /** The path that was asked for. */
  instance: string;
  /** @pattern ^[a-z][a-z0-9_]*$ */
  code: string;
  /** True only if the identical request can succeed later. */
  retryable: boolean;
  errors?: ProblemField[];
  traceId: string;
  /** With `permission_missing`: the permission that would be needed. */
  permission?: string;
  /**
   * With `version_mismatch`: the version that the resource has now.
   * @isInt
   */
  currentVersion?: number;
  /** With `approval_required` and `approval_invalid`: what was to be done, and what stands against it. */
  approval?: ProblemApproval;
}

/** What an act still needs, or why the approval that came with it does not count. */
export interface ProblemApproval {
  /** To ask an approval for. */
  action: string;
  /** What can be done alone; `null`: nothing. */
  limit?: ProblemAmount | null;
  why?: string;
}

/** Whole minor units of a currency. */
export interface ProblemAmount {
  /** @isLong */
  amount: number;
  currency: string;
}

/** Where the pages of docs/errors are published; the URI is an identifier first and an address second. */
export const ERROR_TYPE_BASE = 'https://pos-service.dev/errors/';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
