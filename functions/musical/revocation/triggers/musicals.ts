import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { removeMusical } from '../usecases/removeMusical';

export const deleteMusical = endpoint(
  {
    method: 'DELETE',
    route: 'musicals/{musicalId}',
    summary: 'Take a musical out of the catalogue',
    auth: 'admin',
    ifMatch: 'honoured',
    answers: { 204: { description: 'Gone' } },
    problems: ['live-reservations', 'wrong-state', 'stale'],
  },
  async (deps: MusicalDeps, { params: { musicalId = '' }, ifMatch }) => {
    await removeMusical(deps, musicalId, ifMatch);
    return { status: 204 };
  },
);
