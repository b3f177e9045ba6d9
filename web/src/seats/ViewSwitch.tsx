import { useState } from 'preact/hooks';
import { useTexts } from '../texts';
import css from './Seats.module.css';

export type SeatsView = 'map' | 'list';

const KEPT = 'seats-view';
const VIEWS = ['map', 'list'] as const;

/** Map or list, as last time; the first time the map where there is room for it. */
export function useSeatsView(): readonly [SeatsView, (view: SeatsView) => void] {
  const [view, setView] = useState<SeatsView>(() => {
    const last = localStorage.getItem(KEPT);
    return VIEWS.find((each) => each === last) ?? (matchMedia('(min-width: 56rem)').matches ? 'map' : 'list');
  });
  const choose = (chosen: SeatsView) => {
    localStorage.setItem(KEPT, chosen);
    setView(chosen);
  };
  return [view, choose];
}

type Props = { readonly value: SeatsView; readonly onChange: (view: SeatsView) => void };

export function ViewSwitch({ value, onChange }: Props) {
  const t = useTexts().seats;
  const words: Record<SeatsView, string> = { map: t.map, list: t.list };
  return (
    <fieldset class={css.views} aria-label={t.view}>
      {VIEWS.map((view) => (
        <label key={view}>
          <input type="radio" name="seats-view" checked={view === value} onChange={() => onChange(view)} />
          {words[view]}
        </label>
      ))}
    </fieldset>
  );
}
