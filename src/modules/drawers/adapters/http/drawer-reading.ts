import { moneyFrom, type MoneyDto } from '../../../../platform/http/values.js';
import type { CountDraft, CountedPieces } from '../../domain/cash-count.js';
import type { CountedPiecesDto, DrawerCountRequest, OpenDrawerRequest } from './session-requests.js';

/** Reads a count. @param pointer its place in the body. */
export function countFrom({ denominations, counted }: DrawerCountRequest, pointer = ''): CountDraft {
  return {
    ...(counted !== undefined && { counted: moneyFrom(counted, `${pointer}/counted`) }),
    ...piecesOf(denominations),
  };
}

/** Reads a float; null when nobody says. */
export function floatFrom({ float, denominations }: OpenDrawerRequest): CountDraft | null {
  if (float === undefined && denominations === undefined) return null;
  return { ...(float !== undefined && { counted: moneyFrom(float, '/float') }), ...piecesOf(denominations) };
}

/** Reads an amount where there may be none. */
export function someMoney(dto: MoneyDto | undefined, pointer: string) {
  return dto === undefined ? null : moneyFrom(dto, pointer);
}

function piecesOf(denominations: CountedPiecesDto[] | undefined): { denominations?: readonly CountedPieces[] } {
  return denominations === undefined ? {} : { denominations };
}
