import { isTranslated } from './language';
import { generalProblem } from './problem';

export const stale = () =>
  generalProblem('stale', 'It has changed since you read it. Read it again and repeat your change.');

/** Who sends back what was read in translation would write it over what it was translated from. */
const ofTranslation = () =>
  generalProblem(
    'stale',
    'This ETag is of a translation. Read it with "Accept-Language: ko" and repeat your change.',
  );

/** Throws `stale` when the request stands on another version than is stored. Without `If-Match` it stands on any. */
export function checkIfMatch(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const named = ifMatch.split(',').map((one) => one.trim());
  if (named.includes(etag)) return;
  throw named.some((one) => isTranslated(one, etag)) ? ofTranslation() : stale();
}
