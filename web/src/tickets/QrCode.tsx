import { useMemo } from 'preact/hooks';
import { qrOf } from '../../../shared/kernel/qr';
import css from './Tickets.module.css';

/** Light around it, without which scanners do not find it. */
const QUIET = 4;

/** A QR code on white, in both themes. */
export function QrCode({ code, label }: { readonly code: string; readonly label: string }) {
  const modules = useMemo(() => qrOf(code), [code]);
  const size = modules.length + 2 * QUIET;
  const runs = modules.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`),
  );
  return (
    <svg
      class={css.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={runs.join('')} />
    </svg>
  );
}
