import type { Answer } from '../../../../shared/http/answer';
import type { Shown } from '../usecases/readSeatMap';

/** A cache in front of the gateway may answer a crowd from one copy. Each browser asks every time. */
export const SHARED_FOR_A_SECOND = 'public, max-age=0, s-maxage=1';

/** What a crowd asks for, or only that it has not changed. */
export function unlessKnown({ etag, text }: Shown, hasAlready: (etag: string) => boolean): Answer {
  const headers = { etag, 'cache-control': SHARED_FOR_A_SECOND };
  return hasAlready(etag) ? { status: 304, headers } : { status: 200, text: text(), headers };
}
