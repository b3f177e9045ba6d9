import type { ReservationStatus } from '../../api/types';
import { useCounterTexts } from './texts';

const TONE: Readonly<Record<ReservationStatus, 'good' | 'warn' | 'bad' | ''>> = {
  placed: 'warn',
  held: 'warn',
  paying: 'warn',
  paid: 'warn',
  completed: 'good',
  cancelling: 'warn',
  cancelled: '',
  rejected: 'bad',
  expired: '',
};

/** How a reservation stands, in a word. */
export function ReservationState({ status }: { readonly status: ReservationStatus }) {
  const t = useCounterTexts();
  return (
    <span class="state" data-tone={TONE[status]}>
      {t.status[status]}
    </span>
  );
}
