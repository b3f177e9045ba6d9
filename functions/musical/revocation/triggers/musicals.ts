import { endpoint } from '../../../../shared/http/endpoint';
import { musicalAnswer } from '../../catalogue/triggers/musicals';
import { changedMusicalBody, confirmQuery, musicalView } from '../../catalogue/triggers/schemas';
import { updateMusical } from '../../catalogue/usecases/editMusical';
import type { MusicalDeps } from '../../deps';
import { confirmMoves } from '../usecases/confirmRevocation';
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

export const putMusical = endpoint(
  {
    method: 'PUT',
    route: 'musicals/{musicalId}',
    summary:
      'Change a musical; another venue moves its performances: tickets stay valid and everybody is told, or with `onMove` `refund` all are refunded',
    auth: 'admin',
    body: changedMusicalBody,
    query: confirmQuery,
    ifMatch: 'required',
    answers: { 200: { description: 'Changed', body: musicalView } },
    problems: ['wrong-state', 'confirm'],
  },
  async (deps: MusicalDeps, { params: { musicalId = '' }, query: { reservations }, body, ifMatch }) => {
    const { onMove, ...fields } = body;
    const beside = { onMove, beforeStoring: confirmMoves(deps, reservations) };
    return musicalAnswer(await updateMusical(deps, musicalId, fields, ifMatch, beside), 200);
  },
);
