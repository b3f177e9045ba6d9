import { queryOptions } from '@tanstack/preact-query';
import { ApiProblem } from '../api/problem';
import { parseTheatre } from './theatre';

/** What the theatre says of itself, asked for once a visit. */
export const theatreQuery = () =>
  queryOptions({
    queryKey: ['theatre'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/theatre.json', { signal });
      if (!answer.ok) throw new ApiProblem('unavailable', answer.status);
      return parseTheatre(await answer.json());
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
