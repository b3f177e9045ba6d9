import { useApp } from '../app/context';
import { useTexts } from '../texts';
import { dayAndTime } from '../texts/format';
import type { Shown } from './useLastKnown';

/** Says from when that is what is shown, or that nothing can be. */
export function OfflineNote({ of: { isPaused, atMs } }: { readonly of: Shown<unknown> }) {
  const t = useTexts().app;
  const { config } = useApp();
  if (atMs !== undefined) return <p>{t.lastKnown(dayAndTime(atMs, config.timeZone))}</p>;
  return isPaused ? <p>{t.needsNetwork}</p> : null;
}
