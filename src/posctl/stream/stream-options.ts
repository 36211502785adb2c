import { usageError } from '../arguments.js';
import { textOption, type Options, type OptionSpec } from '../command.js';
import type { StreamWish } from './live-stream.js';

const POSITION = /^\d{1,15}$/;

/** Options of commands that follow a live stream. */
export const STREAM_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  outlet: { type: 'string', value: '<id>', help: 'only events of this outlet and of the whole business' },
  since: { type: 'string', value: '<position>', help: 'begin after this position instead of now; a day back at least' },
};

/** Which stream is meant. @throws CommandError `usage` for a position that is none. */
export function streamWishOf(
  command: string,
  options: Options,
  filters: Readonly<Record<string, string | undefined>>,
): StreamWish {
  const since = textOption(options, 'since');
  if (since !== undefined && !POSITION.test(since))
    throw usageError(command, '--since takes a position, as the end of an earlier run printed it.');
  const outlet = textOption(options, 'outlet');
  const place = outlet === undefined ? '/stream' : `/outlets/${encodeURIComponent(outlet)}/stream`;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, value);
  return { path: query.size === 0 ? place : `${place}?${query.toString()}`, since };
}

/** The members of an envelope that lines are made of. */
export interface EnvelopeHead {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly time: string;
}

/** Reads an envelope that the service sent. */
export function headOf(envelope: string): EnvelopeHead {
  return JSON.parse(envelope) as EnvelopeHead;
}
