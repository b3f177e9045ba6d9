import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { count, money } from '../../texts/format';
import css from './Live.module.css';
import { type HourOfSales, plotData } from './salesByHour';
import { useLiveTexts } from './texts';

const HEIGHT_PX = 240;
/** How much of an hour its bar fills, and how wide one is at most. */
const BAR = [0.7, 40] as const;
/** In seconds: room for the first and the last bar. */
const HALF_HOUR = 1_800;

type Props = { readonly hours: readonly HourOfSales[]; readonly currency: string };

/** Seats as bars and money as a line over them, by the hour. Hidden from screen readers, for which there is the table. */
export function SalesPlot({ hours, currency }: Props) {
  const t = useLiveTexts();
  const element = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>();
  const theme = matchMedia('(prefers-color-scheme: dark)');
  useEffect(() => {
    const host = element.current;
    if (host === null) return;
    const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(optionsFor(host, currency, t), plotData(hours), host);
    };
    draw();
    const resized = new ResizeObserver(() =>
      plot.current?.setSize({ width: host.clientWidth, height: HEIGHT_PX }),
    );
    resized.observe(host);
    theme.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      theme.removeEventListener('change', draw);
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [hours, currency, t]);
  return <div ref={element} class={css.plot} aria-hidden="true" />;
}

function optionsFor(host: Element, currency: string, t: ReturnType<typeof useLiveTexts>): uPlot.Options {
  const style = getComputedStyle(host);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const [ink, line, accent, bar] = [token('--soft'), token('--line'), token('--accent'), token('--edge')];
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const [size, most] = BAR;
  return {
    width: host.clientWidth,
    height: HEIGHT_PX,
    // The hours are the theatre's already.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    scales: {
      seats: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.1)] },
      money: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.1)] },
      x: { range: (_plot, min, max) => [min - HALF_HOUR, max + HALF_HOUR] },
    },
    axes: [
      { ...axis, values: hourTicks },
      { ...axis, scale: 'seats', values: (_plot, ticks) => ticks.map((tick) => whole(tick)) },
      {
        ...axis,
        scale: 'money',
        side: 1,
        size: 90,
        grid: { show: false },
        values: (_plot, ticks) => ticks.map((tick) => money(tick, currency)),
      },
    ],
    series: [
      { label: t.hour, value: (_plot, seconds) => (seconds === null ? '' : hourOf(seconds)) },
      {
        label: t.seats,
        scale: 'seats',
        fill: bar,
        stroke: bar,
        width: 0,
        ...(uPlot.paths.bars === undefined ? {} : { paths: uPlot.paths.bars({ size: [size, most] }) }),
        points: { show: false },
        value: (_plot, seats) => (seats === null ? '' : count(seats)),
      },
      {
        label: t.gross,
        scale: 'money',
        stroke: accent,
        width: 2,
        points: { show: true, size: 6 },
        value: (_plot, sum) => (sum === null ? '' : money(sum, currency)),
      },
    ],
  };
}

/** A half of a seat is none. */
const whole = (tick: number): string => (Number.isInteger(tick) ? count(tick) : '');

const hourOf = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');

/** The hour, and at midnight and first of all the day. */
const hourTicks = (_plot: uPlot, ticks: number[]): string[] =>
  ticks.map((tick, index) => {
    const [day = '', hour = ''] = hourOf(tick).split(' ');
    return index === 0 || hour === '00:00' ? `${hour}\n${day.slice(5)}` : hour;
  });
