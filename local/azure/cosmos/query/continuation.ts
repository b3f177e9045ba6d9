import { badRequest } from '../engine/errors';
import { isObject, parseObject } from '../engine/json';
import type { Value } from './values';

/** Where a query's next page starts. */
export type Continuation = {
  /** The last item shown, by row, and which of its results (a JOIN gives several). */
  readonly row: number;
  readonly part: number;
  /** What ORDER BY compared of the last item. An undefined one is `{}`. */
  readonly keys: readonly Value[];
  /** Results passed over by OFFSET, and shown, on all pages before. */
  readonly skipped: number;
  readonly shown: number;
};

export const START: Continuation = { row: 0, part: -1, keys: [], skipped: 0, shown: 0 };

const wrap = (value: Value) => (value === undefined ? {} : { v: value });

export const encodeContinuation = (at: Continuation): string =>
  Buffer.from(JSON.stringify([at.row, at.part, at.keys.map(wrap), at.skipped, at.shown])).toString('base64');

/** Throws 400 for a token this engine did not make. */
export function decodeContinuation(token: string | undefined): Continuation {
  if (token === undefined || token === '') return START;
  const parsed = parseObject(`{"t":${Buffer.from(token, 'base64').toString() || '0'}}`)?.t;
  const [row, part, keys, skipped, shown] = Array.isArray(parsed) ? parsed : [];
  const numbers = [row, part, skipped, shown];
  if (!numbers.every((each) => Number.isInteger(each)) || !Array.isArray(keys)) {
    throw badRequest('Invalid Continuation Token');
  }
  return {
    row: row as number,
    part: part as number,
    keys: keys.map((key) => (isObject(key) ? key.v : undefined)),
    skipped: skipped as number,
    shown: shown as number,
  };
}
