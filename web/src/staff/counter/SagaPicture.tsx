import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/context';
import { language } from '../../texts';
import { shortDay, time } from '../../texts/format';
import type { Timeline } from '../types';
import css from './Counter.module.css';
import { delayParts, pictureOf, stepsOf } from './sagaLayout';
import { type CounterTexts, useCounterTexts } from './texts';

const POINT_PX = 5;

/** What happened to a reservation, by context and time, and in words beside it. The words say all that the picture does. */
export function SagaPicture({ timeline }: { readonly timeline: Timeline }) {
  const t = useCounterTexts();
  const { config } = useApp();
  const steps = useMemo(() => stepsOf(timeline), [timeline]);
  const { lanes, points, width, height } = useMemo(() => pictureOf(steps), [steps]);
  if (points.length === 0) return <p>{t.nothingHappened}</p>;
  const [first] = points;
  return (
    <>
      <p class="soft small">{first !== undefined && shortDay(first.time, config.timeZone)}</p>
      <ul class={css.lanes} aria-hidden="true">
        {lanes.map(({ name }, index) => (
          <li key={name}>
            {index + 1} {laneName(t, name)}
          </li>
        ))}
      </ul>
      <div class={css.saga} style={{ height: `${height + LANE_HEAD_PX}px` }}>
        <svg
          width={width}
          height={height + LANE_HEAD_PX}
          viewBox={`0 ${-LANE_HEAD_PX} ${width} ${height + LANE_HEAD_PX}`}
          aria-hidden="true"
        >
          {lanes.map(({ name, x }, index) => (
            <g key={name}>
              <text x={x} y={-6} text-anchor="middle" font-size="11" fill="currentColor">
                {index + 1}
              </text>
              <line x1={x} y1={0} x2={x} y2={height} class={css.laneLine} />
            </g>
          ))}
          <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} class={css.thread} />
          {points.map(({ id, x, y }) => (
            <circle key={id} cx={x} cy={y} r={POINT_PX} class={css.point} />
          ))}
        </svg>
        <ol>
          {points.map((point, index) => (
            <li key={point.id} style={{ top: `${point.y + LANE_HEAD_PX}px` }}>
              <span>{stepName(t, point.what)}</span>
              <span class="soft">
                {` ${laneName(t, point.lane)} · ${time(point.time, config.timeZone)}:${seconds(point.time)}`}
                {index > 0 && ` · ${t.after(delay(point.delayMs))}`}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

const LANE_HEAD_PX = 20;

/** A step that this app does not know yet keeps its name in the events. */
function stepName(t: CounterTexts, what: string): string {
  const [, kind] = /^notice:(.*)$/.exec(what) ?? [];
  if (kind !== undefined) return t.noticeOf(noticeName(t, kind));
  return known(t.steps, what) ?? what;
}

export const noticeName = (t: CounterTexts, kind: string): string => known(t.notices, kind) ?? kind;
const laneName = (t: CounterTexts, lane: string): string => known(t.lanes, lane) ?? lane;

const known = (names: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

const seconds = (time: string): string => new Date(time).getUTCSeconds().toString().padStart(2, '0');

function delay(ms: number): string {
  const { value, unit } = delayParts(ms);
  return new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
