import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { readSeatMap } from '../usecases/readSeatMap';
import { seatMapView } from './schemas';

/** A cache in front of the gateway may answer a crowd from one copy. Each browser asks every time. */
const SHARED_FOR_A_SECOND = 'public, max-age=0, s-maxage=1';

export const getSeats = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}/seats',
    summary: 'The seat map with what is free, about a second old',
    auth: 'anyone',
    answers: { 200: { description: 'Every seat', body: seatMapView }, 304: { description: 'Not changed' } },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, hasAlready }) => {
    const { etag, text } = await readSeatMap(deps, performanceId);
    const headers = { etag, 'cache-control': SHARED_FOR_A_SECOND };
    return hasAlready(etag) ? { status: 304, headers } : { status: 200, text: text(), headers };
  },
);
