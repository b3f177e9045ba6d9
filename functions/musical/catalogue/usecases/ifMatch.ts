import { problem } from '../../../problems';

export const stale = () =>
  problem('stale', 'It has changed since you read it. Read it again and repeat your change.');

/** Throws `stale` when the request stands on another version than is stored. Without `If-Match` it stands on any. */
export function checkIfMatch(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!ifMatch.split(',').some((one) => one.trim() === etag)) throw stale();
}
