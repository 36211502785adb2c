import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { SayLabelRules } from '../../application/say-label-rules.js';
import type { LabelRule } from '../../domain/gs1/label.js';
import type { LabelRules, LabelRulesDraft, LabelRulesRefusal } from '../../domain/label-rules.js';

export type LabelPresetDto = 'SE' | 'NO' | 'GB' | 'US';

/**
 * A count of digits.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 10
 */
export type DigitCount = number;

/** How labels with one prefix are read: prefix, item number, check digit of the value if any, value, check digit. */
export interface LabelRuleDto {
  /**
   * `02`, or `20` to `29`. A UPC label of twelve digits is read with a zero before it.
   * @example "23"
   */
  prefix: string;
  kind: 'weight' | 'price' | 'count';
  /** How many digits of the value stand behind the point. */
  decimals: DigitCount;
  itemDigits: DigitCount;
  valueDigits: DigitCount;
  /** `none` when absent; `four` and `five` are GS1's check digits of prices and weights of so many digits. */
  valueCheckDigit?: 'none' | 'four' | 'five';
  /** What weights are in; `kg` when absent. */
  unit?: 'kg' | 'g' | 'lb' | 'oz';
}

/** A country's rules or one's own; an empty list reads no labels. */
export interface PutLabelRulesRequest {
  preset?: LabelPresetDto;
  rules?: LabelRuleDto[];
}

/** How an outlet reads the labels of its scales. */
export interface LabelRulesResponse {
  preset: LabelPresetDto | null;
  rules: LabelRuleDto[];
  changedBy: string | null;
  changedAt: Timestamp | null;
  /**
   * 0 when nobody has set rules.
   * @isInt
   */
  version: number;
}

const RULES_MAX = 12;
const SHOWN: Answer<LabelRules | undefined, LabelRulesResponse> = {
  status: 200,
  render: toLabelRulesResponse,
  etag: (rules) => rules?.version ?? 0,
};

@Route('v1/{tenant}/pos/outlets/{outletId}/label-rules')
@Tags('Catalogue')
export class LabelRulesController extends Controller {
  constructor(private readonly sayLabelRules: SayLabelRules) {
    super();
  }

  /** Shows how an outlet reads labels with an embedded weight or price. */
  @Get()
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async showLabelRules(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<LabelRulesResponse> {
    return answered(request, SHOWN, await this.sayLabelRules.show(request.context, outletId as OutletId));
  }

  /** Sets how an outlet reads labels. */
  @Put()
  @Security('pos', ['catalog:write'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'label_rules_invalid')
  putLabelRules(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Body() body: PutLabelRulesRequest,
    @Request() request: PosRequest,
  ): Promise<LabelRulesResponse> {
    const command = {
      outletId: outletId as OutletId,
      draft: draftFrom(body),
      expectedVersion: expectedVersion(request),
    };
    return answer(request, SHOWN, (context) => this.sayLabelRules.execute(context, command));
  }
}

function draftFrom({ preset, rules }: PutLabelRulesRequest): LabelRulesDraft {
  if ((preset === undefined) === (rules === undefined)) throw invalid('', 'must have either preset or rules');
  if (rules !== undefined && rules.length > RULES_MAX) throw invalid('/rules', `must be at most ${RULES_MAX}`);
  return { preset: preset ?? null, rules: (rules ?? []).map(ruleFrom) };
}

function ruleFrom({ valueCheckDigit = 'none', unit = 'kg', ...rule }: LabelRuleDto): LabelRule {
  const { prefix, kind, decimals, itemDigits, valueDigits } = rule;
  return { prefix, kind, decimals, itemDigits, valueDigits, valueCheckDigit, unit };
}

function invalid(pointer: string, message: string): Refusal {
  return new Refusal<LabelRulesRefusal>('label_rules_invalid', {}, [{ pointer, message }]);
}

function toLabelRulesResponse(shown: LabelRules | undefined): LabelRulesResponse {
  return {
    preset: shown?.preset ?? null,
    rules: (shown?.rules ?? []).map((rule) => ({ ...rule })),
    changedBy: shown?.changedBy ?? null,
    changedAt: shown?.changedAt ?? null,
    version: shown?.version ?? 0,
  };
}
