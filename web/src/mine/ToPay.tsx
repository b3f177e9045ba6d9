import { useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { myPageQuery } from '../api/ownQueries';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { clockFace, type TimeLeft, useTimeLeft } from '../purchase/countdown';
import { useReservation } from '../reservations/useReservation';
import { useOwnTexts } from '../texts';
import css from './MyPage.module.css';

/** Of a reservation that is not paid: the time left, and the way on. */
export function ToPay({ reservationId }: { readonly reservationId: string }) {
  const { data, dataUpdatedAt } = useReservation(reservationId);
  if (data?.status !== 'held') return null;
  return <UntilPaid reservationId={reservationId} left={{ ...data, answeredAtMs: dataUpdatedAt }} />;
}

function UntilPaid(props: { readonly reservationId: string; readonly left: TimeLeft }) {
  const t = useOwnTexts();
  const { api } = useApp();
  const queries = useQueryClient();
  const leftMs = useTimeLeft(props.left);
  const isOver = leftMs <= 0;
  useEffect(() => {
    if (isOver) queries.invalidateQueries(myPageQuery(api));
  }, [isOver]);
  return (
    <div class={css.toPay}>
      <p role="timer" aria-live="off">
        <strong>{clockFace(leftMs)}</strong> {isOver ? t.pay.timeIsUp : t.pay.timeLeft}
      </p>
      {!isOver && (
        <a class="button" href={pathTo.pay(props.reservationId)}>
          {t.reservation.payNow}
        </a>
      )}
    </div>
  );
}
