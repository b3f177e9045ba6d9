import { useQuery } from '@tanstack/preact-query';
import { musicalQuery, performanceQuery } from '../api/queries';
import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { Poster } from '../parts/Poster';
import css from './Reservation.module.css';

/** The poster of what was reserved, where there is room for it. */
export function ReservationPoster({ reservation }: { readonly reservation: Reservation }) {
  const { api } = useApp();
  const performance = useQuery(performanceQuery(api, reservation.performanceId));
  const musicalId = performance.data?.musicalId ?? '';
  const musical = useQuery({ ...musicalQuery(api, musicalId), enabled: musicalId !== '' });
  const url = musical.data?.posterUrl;
  return (
    <div class={css.poster}>{url !== undefined && <Poster url={url} title={reservation.title ?? ''} />}</div>
  );
}
