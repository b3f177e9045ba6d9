import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { answered } from '../../api/client';
import { asProblem } from '../../api/problem';
import { pauseMs } from '../../api/queryClient';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import { asSent } from '../parts/wallClock';
import { forgetRun, left, type MakingRun, makeRun } from './makeRun';
import css from './Programme.module.css';
import type { RunFields } from './priceDraft';
import { useProgrammeTexts } from './texts';

type Props = {
  readonly musicalId: string;
  readonly run: MakingRun<RunFields>;
  readonly onRun: (run: MakingRun<RunFields> | undefined) => void;
};

/** How far a run is, and the way on where it stopped. It begins by itself. */
export function MakingRunView({ musicalId, run, onRun }: Props) {
  const t = useProgrammeTexts().run;
  const making = useMaking({ musicalId, run, onRun });
  const isMade = left(run).length === 0;
  useEffect(() => {
    if (!isMade) making.mutate();
  }, []);
  const leave = () => {
    forgetRun(localStorage, musicalId);
    onRun(undefined);
  };
  return (
    <section class="stack">
      <p role="status">{isMade ? t.done(run.starts.length) : t.making(run.made.length, run.starts.length)}</p>
      <progress
        class={css.progress}
        max={run.starts.length}
        value={run.made.length}
        aria-label={t.making(run.made.length, run.starts.length)}
      />
      {making.isError && (
        <>
          <p>{t.stopped}</p>
          <StaffProblem error={making.error} />
        </>
      )}
      <div class="actions">
        {!isMade && !making.isPending && (
          <>
            <button type="button" class="button" onClick={() => making.mutate()}>
              {t.goOn}
            </button>
            <button type="button" class="button quiet" onClick={leave}>
              {t.stop}
            </button>
          </>
        )}
        {isMade && (
          <a class="button" href={staffPath.musical(musicalId)}>
            {t.toMusical}
          </a>
        )}
      </div>
    </section>
  );
}

function useMaking({ musicalId, run, onRun }: Props) {
  const t = useProgrammeTexts().run;
  const { api } = useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      makeRun<RunFields>(
        localStorage,
        musicalId,
        (fields, start, key) => {
          const params = { path: { musicalId }, header: { 'Idempotency-Key': key } };
          const body = { ...fields, startsAt: asSent(start) };
          return answered(api.POST('/musicals/{musicalId}/performances', { params, body }));
        },
        onRun,
      ),
    // Refused for a moment only, as in a rush: it goes on by itself with the same key.
    retry: (failures, error) => asProblem(error).isPassing && failures < 2,
    retryDelay: pauseMs,
    onSuccess: async () => {
      forgetRun(localStorage, musicalId);
      announce(t.done(run.starts.length));
      await queries.invalidateQueries();
    },
  });
}
