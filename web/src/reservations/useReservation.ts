import { useQuery } from '@tanstack/preact-query';
import { reservationQuery } from '../api/ownQueries';
import type { Reservation, ReservationStatus } from '../api/types';
import { useApp } from '../app/context';

/** How soon a status may change by itself; 0 is never. */
const LOOK_AGAIN_MS: Record<ReservationStatus, number> = {
  placed: 1_000,
  held: 10_000,
  paying: 2_500,
  paid: 1_500,
  completed: 0,
  cancelling: 3_000,
  cancelled: 0,
  rejected: 0,
  expired: 0,
};

/** Some of its seats may still be on the way back. */
const pauseFor = ({ status, cancellations }: Reservation): number =>
  cancellations.some((one) => one.status === 'accepted') ? LOOK_AGAIN_MS.cancelling : LOOK_AGAIN_MS[status];

const JITTER = 0.25;

/** A reservation, looked at again as long as its status may change by itself; another tab or the sweep may change it. */
export function useReservation(reservationId: string) {
  const { api } = useApp();
  return useQuery({
    ...reservationQuery(api, reservationId),
    refetchInterval: ({ state }) => {
      const pauseMs = state.data === undefined ? 0 : pauseFor(state.data);
      return pauseMs === 0 ? false : pauseMs * (1 + Math.random() * JITTER);
    },
  });
}
