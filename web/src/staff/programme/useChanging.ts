import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { answered } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { Performance } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import type { PerformanceFields } from './prices';
import { useProgrammeTexts } from './texts';

export type OnMove = 'keep' | 'refund';

export type Change = {
  readonly fields: PerformanceFields;
  readonly onMove?: OnMove;
  /** How many reservations whoever sends it knows to lose their seats. */
  readonly reservations?: number;
};

/** Whom a change would take seats from, and how much goes back. */
export type Losses = {
  readonly reservations: number;
  readonly seats: number;
  readonly refund: number;
  readonly currency: string;
};

/** What the API says before it takes seats from anybody. */
export function lossesIn(error: unknown): Losses | undefined {
  const { code, body } = asProblem(error);
  if (error === null || code !== 'confirm') return undefined;
  return {
    reservations: Number(body.reservations),
    seats: Number(body.seats),
    refund: Number(body.refund),
    currency: String(body.currency),
  };
}

export function useChanging({ performanceId }: Performance, etag: string) {
  const t = useProgrammeTexts().performance;
  const { api } = useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, onMove, reservations }: Change) => {
      const params = {
        path: { performanceId },
        header: { 'If-Match': etag },
        query: reservations === undefined ? {} : { reservations },
      };
      const body = { ...fields, ...(onMove === undefined ? {} : { onMove }) };
      return answered(api.PUT('/performances/{performanceId}', { params, body }));
    },
    onSuccess: async () => {
      announce(t.saved);
      await queries.invalidateQueries();
    },
  });
}
