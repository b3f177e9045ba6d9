import { useMutation } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../api/client';
import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts } from '../texts';
import type { TermsShown } from './Checkout';
import { orderOf } from './order';
import { OtherSeats, PayForm } from './PayForm';
import { takePress } from './pressedToPay';
import { useLeaving } from './useLeaving';

type Props = { readonly reservation: Reservation; readonly terms: TermsShown };

/** From a reservation to the page where it is paid: at once when the button was pressed while the seats were held only. */
export function LeaveToPay({ reservation, terms }: Props) {
  const t = useOwnTexts().pay;
  const { api } = useApp();
  const { route } = useLocation();
  const { reservationId, performanceId } = reservation;
  const leaving = useLeaving(() => orderOf(reservation));
  const cancelling = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/reservations/{reservationId}/cancellation', { params: { path: { reservationId } } }),
      ),
    onSuccess: () => route(pathTo.seats(performanceId)),
  });
  useEffect(() => {
    if (terms === 'shown' && takePress(reservationId)) leaving.mutate();
  }, [terms]);
  return (
    <PayForm
      id={reservationId}
      of={reservation}
      terms={terms}
      isUnderWay={leaving.isUnderWay}
      hint={leaving.isError ? t.unreachable : undefined}
      onPay={leaving.mutate}
    >
      {cancelling.isError && <ProblemNote error={cancelling.error} />}
      <OtherSeats isPending={cancelling.isPending} onPress={cancelling.mutate} />
    </PayForm>
  );
}
