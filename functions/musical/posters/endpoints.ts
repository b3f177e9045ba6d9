import { z } from 'zod';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { endpoint } from '../../../shared/http/endpoint';
import { checkIfMatch } from '../../../shared/http/ifMatch';
import { generalProblem } from '../../../shared/http/problem';
import { readMusical } from '../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../deps';
import { MAX_POSTER_BYTES, POSTER_TYPES, posterIdOf, posterTypeOf, posterUrlOf } from './poster';
import type { PosterStore } from './store';

export type PosterDeps = MusicalDeps & { readonly posters: PosterStore };

const A_YEAR = 'public, max-age=31536000, immutable';

/** The picture is there before the musical names it. What nobody names in the end does no harm. */
const putPoster = endpoint(
  {
    method: 'PUT',
    route: 'musicals/{musicalId}/poster',
    summary: 'Give a musical its poster: a JPEG, PNG or WebP of at most 2 MB as the body',
    auth: 'admin',
    file: { types: POSTER_TYPES, maxBytes: MAX_POSTER_BYTES },
    ifMatch: 'honoured',
    answers: {
      200: { description: 'Where it is', body: z.object({ posterUrl: z.string() }) },
    },
  },
  async (deps: PosterDeps, { params: { musicalId = '' }, file: bytes, ifMatch }) => {
    const { etag: before } = await readMusical(deps, musicalId);
    checkIfMatch(before, ifMatch);
    const type = posterTypeOf(bytes);
    if (type === undefined)
      throw generalProblem('unsupported-media-type', 'The file is no JPEG, PNG or WebP picture.');
    const posterId = posterIdOf(bytes);
    await deps.posters.put(`${musicalId}/${posterId}`, { type, bytes });
    const posterUrl = posterUrlOf(musicalId, posterId);
    await untilCommitted(deps, `musical ${musicalId}`, async () => {
      const stored = await readMusical(deps, musicalId);
      if (stored.value.posterUrl === posterUrl) return 'unchanged';
      checkIfMatch(stored.etag, ifMatch);
      return deps.catalogue.replaceMusical({ ...stored, value: { ...stored.value, posterUrl } });
    });
    const { etag } = await readMusical(deps, musicalId);
    return { status: 200, body: { posterUrl }, headers: { etag } };
  },
);

const getPoster = endpoint(
  {
    method: 'GET',
    route: 'musicals/{musicalId}/poster/{posterId}',
    summary: 'A poster. What is at such an address never changes',
    auth: 'anyone',
    answers: {
      200: { description: 'The picture', files: POSTER_TYPES },
      304: { description: 'Not changed' },
    },
  },
  async ({ posters }: PosterDeps, { params: { musicalId = '', posterId = '' }, hasAlready }) => {
    const headers = { etag: `"${posterId}"`, 'cache-control': A_YEAR };
    if (hasAlready(headers.etag)) return { status: 304, headers };
    const file = await posters.get(`${musicalId}/${posterId}`);
    if (file === undefined) throw generalProblem('not-found', 'There is no such poster.');
    return { status: 200, file, headers };
  },
);

export const posterEndpoints = { 'poster-put': putPoster, 'poster-get': getPoster };
