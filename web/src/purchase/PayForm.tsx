import { useMutation } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../api/client';
import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { pathTo, routes } from '../app/routes';
import { useReturned } from '../app/useReturned';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts } from '../texts';
import { money } from '../texts/format';
import { orderOf } from './order';
import css from './PayPage.module.css';
import { toPaymentPage } from './toPaymentPage';

type Props = { readonly reservation: Reservation; readonly areTermsShown: boolean };

/** The terms accepted, the one button with the sum on it, and the way back to other seats. */
export function PayForm({ reservation, areTermsShown }: Props) {
  const texts = useOwnTexts();
  const t = texts.pay;
  const { config } = useApp();
  const agreed = `agreed:${reservation.reservationId}`;
  const box = useRef<HTMLInputElement>(null);
  const [isAsked, setIsAsked] = useState(false);
  const leaving = useMutation({
    mutationFn: () => toPaymentPage(config.payment, orderOf(reservation)),
  });
  // A page that the browser kept while the customer was away begins anew.
  useReturned(leaving.reset);
  const pay = (event: Event) => {
    event.preventDefault();
    const isAgreed = box.current?.checked === true;
    setIsAsked(!isAgreed);
    if (!isAgreed) box.current?.focus();
    else if (areTermsShown && !isUnderWay) leaving.mutate();
  };
  const isUnderWay = leaving.isPending || leaving.isSuccess;
  return (
    <form class={css.form} onSubmit={pay} noValidate>
      <div class={css.agree}>
        <input
          id="agree"
          type="checkbox"
          ref={box}
          aria-invalid={isAsked}
          defaultChecked={sessionStorage.getItem(agreed) !== null}
          aria-describedby={isAsked ? 'agree-first' : undefined}
          onChange={(event) => {
            setIsAsked(false);
            if (event.currentTarget.checked) sessionStorage.setItem(agreed, 'yes');
            else sessionStorage.removeItem(agreed);
          }}
        />
        <label for="agree">{t.agree}</label>
        {isAsked && <p id="agree-first">{t.agreeFirst}</p>}
      </div>
      <p class={css.legal}>
        {(['terms', 'privacy'] as const).map((page) => (
          <a key={page} href={routes[page]} target="_blank" rel="noopener">
            {texts.theatre[page]}
            <span class="unseen"> ({texts.theatre.newTab})</span>
          </a>
        ))}
      </p>
      <button type="submit" class="button wide" aria-disabled={isUnderWay || !areTermsShown}>
        {isUnderWay ? t.leaving : t.pay(money(reservation.amount, reservation.currency))}
      </button>
      <p class="soft small" role="status">
        {leaving.isError ? t.unreachable : areTermsShown ? t.payHint : t.policyMissing}
      </p>
      <OtherSeats reservation={reservation} />
    </form>
  );
}

/** Gives the seats back, which costs nothing before paying, and goes to the map. */
function OtherSeats({
  reservation: { reservationId, performanceId },
}: {
  readonly reservation: Reservation;
}) {
  const t = useOwnTexts().pay;
  const { api } = useApp();
  const { route } = useLocation();
  const cancelling = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/reservations/{reservationId}/cancellation', { params: { path: { reservationId } } }),
      ),
    onSuccess: () => route(pathTo.seats(performanceId)),
  });
  return (
    <>
      {cancelling.isError && <ProblemNote error={cancelling.error} />}
      <p>
        <button type="button" class="link small" onClick={() => cancelling.isPending || cancelling.mutate()}>
          {t.otherSeats}
        </button>
      </p>
    </>
  );
}
