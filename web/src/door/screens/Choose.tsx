import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { StaffProblem } from '../../staff/parts/StaffProblem';
import { useTexts } from '../../texts';
import { inLanguage, shortDayAndTime } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import { type Todays, todays } from '../app/todays';
import type { KeptHere, Place } from '../kept/store';
import { wakeSound } from '../signals/signals';
import css from './Choose.module.css';
import { LanguageButton } from './LanguageButton';

type Props = { readonly kept: KeptHere; readonly onChosen: (place: Place) => void };

/** Which door this device is, and what it lets in to. Told once; after a restart it goes on there. */
export function Choose({ kept, onChosen }: Props) {
  const t = useDoorTexts().choose;
  const { api, session } = useApp();
  const { signOut } = useTexts().app;
  const [scanner, setScanner] = useState(t.doorExample);
  const found = useQuery({ queryKey: ['todays performances'], queryFn: () => todays(api) });
  useTitle(t.title);
  return (
    <div class={css.choose}>
      <h1 tabIndex={-1}>{t.title}</h1>
      <label class={css.field}>
        {t.door}
        <input
          value={scanner}
          maxLength={64}
          onInput={({ currentTarget }) => setScanner(currentTarget.value)}
        />
      </label>
      <h2>{t.today}</h2>
      {found.isPending && <p role="status">{t.loading}</p>}
      {found.isError && <StaffProblem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p>{t.none}</p>}
      <ul class={css.list}>
        {found.data?.map((one) => (
          <Performance key={one.performanceId} {...{ one, kept, onChosen }} scanner={scanner.trim()} />
        ))}
      </ul>
      <div class={css.foot}>
        <LanguageButton />
        <button type="button" class="button quiet" onClick={() => session.signOut()}>
          {signOut}
        </button>
      </div>
    </div>
  );
}

function Performance({
  one,
  scanner,
  kept,
  onChosen,
}: Props & { readonly one: Todays; readonly scanner: string }) {
  const t = useDoorTexts().choose;
  const { loading } = useTexts().app;
  const { api } = useApp();
  const [state, setState] = useState<'still' | 'asking' | 'failed'>('still');
  const begin = async () => {
    if (scanner === '' || state === 'asking') return;
    wakeSound();
    setState('asking');
    try {
      const { performanceId } = one;
      const found = await answered(
        api.GET('/performances/{performanceId}', { params: { path: { performanceId } } }),
      );
      const { sections, priceTypes } = found;
      const place = { scanner, performance: { ...one, sections, ...(priceTypes && { priceTypes }) } };
      await kept.keepPlace(place);
      // Without it a phone that is short of room may drop who was let in.
      await navigator.storage?.persist?.().catch(() => false);
      onChosen(place);
    } catch {
      setState('failed');
    }
  };
  return (
    <li>
      <button type="button" class={css.performance} aria-disabled={scanner === ''} onClick={begin}>
        <strong>{inLanguage(one.title)}</strong>
        <span>{shortDayAndTime(one.startsAt, one.timeZone)}</span>
        <span class={css.begin}>{state === 'asking' ? loading : t.begin}</span>
      </button>
      {state === 'failed' && <p role="alert">{t.failed}</p>}
    </li>
  );
}
