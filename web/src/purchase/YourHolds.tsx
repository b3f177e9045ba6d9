import { useQuery } from '@tanstack/preact-query';
import { performanceQuery } from '../api/queries';
import type { Hold } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useTexts } from '../texts';
import { inLanguage } from '../texts/format';
import { clockFace, useTimeLeft } from './countdown';
import { useHolds } from './useHolds';
import css from './YourHolds.module.css';

/** What is held and not reserved yet: after a closed tab or the back button the way on is found here. */
export function YourHolds(props: { readonly performanceId: string; readonly isTitled?: boolean }) {
  const { data, dataUpdatedAt } = useHolds(props.performanceId);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <ul>
      {data.items.map((hold) => (
        <Row key={hold.holdId} hold={hold} answeredAtMs={dataUpdatedAt} isTitled={props.isTitled} />
      ))}
    </ul>
  );
}

type RowProps = {
  readonly hold: Hold;
  readonly answeredAtMs: number;
  readonly isTitled?: boolean | undefined;
};

function Row({ hold, answeredAtMs, isTitled }: RowProps) {
  const t = useTexts().seats;
  const leftMs = useTimeLeft({ ...hold, answeredAtMs });
  if (leftMs <= 0) return null;
  return (
    <li class={css.held}>
      <p>
        {isTitled && <Title performanceId={hold.performanceId} />}
        {t.held(hold.seats.length)}{' '}
        <strong role="timer" aria-live="off">
          {clockFace(leftMs)}
        </strong>
      </p>
      <a class="button quiet" href={pathTo.hold(hold.performanceId, hold.holdId)}>
        {t.toHold}
      </a>
    </li>
  );
}

function Title({ performanceId }: { readonly performanceId: string }) {
  const { api } = useApp();
  const { data } = useQuery(performanceQuery(api, performanceId));
  return data === undefined ? null : <b class={css.title}>{inLanguage(data.title)}</b>;
}
