import { idFor } from '../../../../shared/cosmos/idempotency';
import { listKeyAfter, pageOf } from '../../../../shared/http/continuation';
import { endpoint } from '../../../../shared/http/endpoint';
import { randomId } from '../../../../shared/kernel/ids';
import type { Versioned } from '../../../../shared/kernel/versioned';
import type { MusicalDeps } from '../../deps';
import type { Musical } from '../domain/musical';
import { musicalListKey } from '../store';
import { createMusical } from '../usecases/editMusical';
import { readMusical } from '../usecases/readCatalogue';
import { listOf, musicalBody, musicalsQuery, musicalView } from './schemas';

/** A musical as it is answered, with its ETag. */
export const musicalAnswer = (
  { value, etag }: Versioned<Musical>,
  status: number,
  headers: Record<string, string> = {},
) => ({
  status,
  body: value,
  headers: { etag, ...headers },
});

export const listMusicals = endpoint(
  {
    method: 'GET',
    route: 'musicals',
    summary: 'Musicals, by the day they begin; `query` searches titles, `from` and `to` are days',
    auth: 'anyone',
    query: musicalsQuery,
    isTranslated: true,
    answers: { 200: { description: 'A page of musicals', body: listOf(musicalView) } },
  },
  async (deps: MusicalDeps, { query: { query: text, from, to, limit, continuation } }) => {
    const after = listKeyAfter(continuation);
    const musicals = await deps.catalogue.musicals({ text, from, to }, { after, limit });
    return { status: 200, body: pageOf(musicals, limit, musicalListKey, (musical) => musical) };
  },
);

export const getMusical = endpoint(
  {
    method: 'GET',
    route: 'musicals/{musicalId}',
    summary: 'One musical',
    auth: 'anyone',
    isTranslated: true,
    answers: { 200: { description: 'The musical', body: musicalView }, 304: { description: 'Not changed' } },
  },
  async (deps: MusicalDeps, { params: { musicalId = '' }, hasAlready }) => {
    const musical = await readMusical(deps, musicalId);
    return hasAlready(musical.etag)
      ? { status: 304, headers: { etag: musical.etag } }
      : musicalAnswer(musical, 200);
  },
);

export const postMusical = endpoint(
  {
    method: 'POST',
    route: 'musicals',
    summary: 'Add a musical',
    auth: 'admin',
    body: musicalBody,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'Added; Location says where it is', body: musicalView } },
  },
  async (deps: MusicalDeps, { body, caller, idempotencyKey: key, route }) => {
    const request = { customerId: caller.customerId, key, route, body };
    const musical = await createMusical(deps, () => idFor(deps.idempotency, request, randomId), body);
    return musicalAnswer(musical, 201, { location: `/api/musicals/${musical.value.musicalId}` });
  },
);
