import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { readMarks, readPlan } from '../usecases/readSeatMap';
import { marksView, planView } from './schemas';
import { unlessKnown } from './unlessKnown';

export const getPlan = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}/plan',
    summary:
      'The house of a performance: where its seats are, their tiers and prices; its `version` never changes its meaning',
    auth: 'anyone',
    answers: { 200: { description: 'The plan', body: planView }, 304: { description: 'Not changed' } },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, hasAlready }) =>
    unlessKnown(await readPlan(deps, performanceId), hasAlready),
);

export const getAvailability = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}/availability',
    summary:
      'What is free, a character a seat as they stand in `plan`: 0 available, 1 held, 2 sold, x not for sale',
    auth: 'anyone',
    answers: { 200: { description: 'Every seat', body: marksView }, 304: { description: 'Not changed' } },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, hasAlready }) =>
    unlessKnown(await readMarks(deps, performanceId), hasAlready),
);
