import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { readSeatMap } from '../usecases/readSeatMap';
import { seatMapView } from './schemas';
import { unlessKnown } from './unlessKnown';

export const getSeats = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}/seats',
    summary: 'The seat map with what is free, about a second old',
    auth: 'anyone',
    answers: { 200: { description: 'Every seat', body: seatMapView }, 304: { description: 'Not changed' } },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, hasAlready }) =>
    unlessKnown(await readSeatMap(deps, performanceId), hasAlready),
);
