import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Performance } from '../../api/types';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { Dialog } from '../../parts/Dialog';
import { count, money } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import { onWallClock } from '../parts/wallClock';
import css from './Programme.module.css';
import type { PerformanceFields } from './prices';
import { figuresQuery } from './staffQueries';
import { useProgrammeTexts } from './texts';
import type { Change, OnMove } from './useChanging';

type Props = {
  readonly performance: Performance;
  readonly fields: PerformanceFields;
  readonly onMove: (change: Change) => void;
  readonly onClose: () => void;
};

/** What becomes of the tickets of a performance that is moved: whom it concerns and what it costs is said before. */
export function MoveDialog({ performance, fields, onMove, onClose }: Props) {
  const t = useProgrammeTexts().performance;
  const { api } = useApp();
  const [chosen, setChosen] = useState<OnMove>('keep');
  const figures = useQuery(figuresQuery(api, performance.performanceId));
  const { timeZone } = performance.venue;
  const move = (reservations: number) =>
    onMove({ fields, onMove: chosen, ...(chosen === 'refund' ? { reservations } : {}) });
  const at = (instant: string) => instant.slice(0, 16).replace('T', ' ');
  return (
    <Dialog title={t.moveTitle} onClose={onClose}>
      <p>{t.moveFrom(at(onWallClock(performance.startsAt, timeZone)), at(fields.startsAt))}</p>
      {figures.isError && <StaffProblem error={figures.error} onRetry={() => figures.refetch()} />}
      {figures.isPending && <Blank letters={30} />}
      {figures.isSuccess && (
        <>
          <p>
            <strong>
              {figures.data.reservations === 0
                ? t.concernsNobody
                : t.concerned(count(figures.data.reservations), count(figures.data.seats))}
            </strong>
          </p>
          {figures.data.reservations > 0 && (
            <fieldset class={css.options}>
              {(['keep', 'refund'] as const).map((option) => (
                <label key={option}>
                  <input
                    type="radio"
                    name="on-move"
                    checked={chosen === option}
                    onChange={() => setChosen(option)}
                  />
                  {option === 'keep' ? t.keep : t.refund(money(figures.data.refund, figures.data.currency))}
                </label>
              ))}
            </fieldset>
          )}
          <div class="actions">
            <button type="button" class="button danger" onClick={() => move(figures.data.reservations)}>
              {t.move}
            </button>
            <button type="button" class="button quiet" onClick={onClose}>
              {t.close}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
