import { listKeyAfter, pageOf } from '../../../../shared/http/continuation';
import { endpoint } from '../../../../shared/http/endpoint';
import { digest } from '../../../../shared/kernel/ids';
import { listOf } from '../../catalogue/triggers/schemas';
import type { MusicalDeps } from '../../deps';
import { listedKey, readPerformances } from '../usecases/readPerformances';
import { listedPerformanceView, performancesQuery } from './schemas';
import { SHARED_FOR_A_SECOND } from './unlessKnown';

export const listPerformances = endpoint(
  {
    method: 'GET',
    route: 'musicals/{musicalId}/performances',
    summary:
      'Performances of a musical by when they start, with their state of sale and what is left of each tier',
    auth: 'anyone',
    query: performancesQuery,
    isTranslated: true,
    answers: {
      200: {
        description: 'A page of performances, without their seats',
        body: listOf(listedPerformanceView),
      },
      304: { description: 'Not changed' },
    },
  },
  async (deps: MusicalDeps, { params: { musicalId = '' }, query: { limit, continuation }, hasAlready }) => {
    const after = listKeyAfter(continuation);
    const performances = await readPerformances(deps, musicalId, { after, limit });
    const body = pageOf(performances, limit, listedKey, (performance) => performance);
    const etag = `"${digest([JSON.stringify(body)], 26)}"`;
    const headers = { etag, 'cache-control': SHARED_FOR_A_SECOND };
    return hasAlready(etag) ? { status: 304, headers } : { status: 200, body, headers };
  },
);
