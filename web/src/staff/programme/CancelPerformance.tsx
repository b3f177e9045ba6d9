import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { done } from '../../api/client';
import { asProblem } from '../../api/problem';
import type { Performance } from '../../api/types';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { Dialog } from '../../parts/Dialog';
import { count, inLanguage, money } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import { figuresQuery } from './staffQueries';
import { TypedTitle } from './TypedTitle';
import { useProgrammeTexts } from './texts';

type Props = { readonly performance: Performance; readonly etag: string };

/** Cancels a performance, once it is said whom and how much money that touches, and its title is typed. */
export function CancelPerformance(props: Props) {
  const t = useProgrammeTexts().performance;
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <button type="button" class="button danger" onClick={() => setIsOpen(true)}>
        {t.cancel}
      </button>
      {isOpen && (
        <Dialog title={t.cancelTitle} onClose={close}>
          <Asked {...props} onClose={close} />
        </Dialog>
      )}
    </>
  );
}

function Asked({ performance, etag, onClose }: Props & { readonly onClose: () => void }) {
  const t = useProgrammeTexts().performance;
  const { api } = useApp();
  const queries = useQueryClient();
  const { performanceId } = performance;
  const figures = useQuery(figuresQuery(api, performanceId));
  const cancelling = useMutation({
    mutationFn: (reservations: number) => {
      const params = {
        path: { performanceId },
        query: { reservations },
        header: { 'If-Match': etag },
      };
      return done(api.DELETE('/performances/{performanceId}', { params }));
    },
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
    // More have bought meanwhile: it is asked again with the figures of now.
    onError: (error) => asProblem(error).code === 'confirm' && figures.refetch(),
  });
  if (figures.isError) return <StaffProblem error={figures.error} onRetry={() => figures.refetch()} />;
  if (figures.data === undefined) return <Blank letters={30} />;
  const { reservations, seats, refund, currency } = figures.data;
  return (
    <>
      <p>
        <strong>
          {reservations === 0
            ? t.cancelNobody
            : t.cancelText(count(reservations), count(seats), money(refund, currency))}
        </strong>
      </p>
      {cancelling.isError && <StaffProblem error={cancelling.error} />}
      <TypedTitle
        title={inLanguage(performance.title)}
        act={t.cancelNow}
        isPending={cancelling.isPending}
        onAct={() => cancelling.mutate(reservations)}
        onClose={onClose}
      />
    </>
  );
}
