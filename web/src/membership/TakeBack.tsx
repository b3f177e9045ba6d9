import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../api/client';
import type { Bill } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { AskDialog } from '../parts/AskDialog';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts } from '../texts';
import { day, money } from '../texts/format';
import { billQuery, MEMBER } from './queries';

/** The button that cancels the payment of a bill: what follows is told first. */
export function TakeBack({ bill }: { readonly bill: Bill }) {
  const t = useOwnTexts().membership;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setIsAsking(true)}>
        {t.takeBack}
      </button>
      {isAsking && <Asking bill={bill} onClose={() => setIsAsking(false)} />}
    </>
  );
}

type Props = { readonly bill: Bill; readonly onClose: () => void };

function Asking({ bill: { billId, amount, currency, dueOn }, onClose }: Props) {
  const t = useOwnTexts().membership;
  const { api } = useApp();
  const queries = useQueryClient();
  const sum = money(amount, currency);
  const cancelling = useMutation({
    mutationFn: () =>
      answered(api.POST('/bills/{billId}/payment/cancellation', { params: { path: { billId } } })),
    onSuccess: (bill) => {
      queries.setQueryData(billQuery(api, billId).queryKey, bill);
      announce(t.takenBack);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: MEMBER }),
  });
  return (
    <AskDialog
      title={t.takeBackTitle}
      problem={cancelling.isError && <ProblemNote error={cancelling.error} />}
      act={cancelling}
      words={{ now: t.takeBackNow(sum), underWay: t.takingBack, not: t.keepPaid }}
      onClose={onClose}
    >
      <p>{t.takeBackText(sum, day(dueOn, 'UTC'))}</p>
    </AskDialog>
  );
}
