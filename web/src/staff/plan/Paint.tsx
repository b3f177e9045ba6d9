import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { announce } from '../../app/announce';
import { count } from '../../texts/format';
import type { Editor } from './editor';
import { TextField } from './Fields';
import { SEAT_KINDS } from './model/house';
import { kindsIn, paintTier, setKind } from './model/paint';
import { NOTHING } from './model/selection';
import { addTier, colourTier, forgetTier, renameTier, seatsByTier, tiersOf } from './model/tiers';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';

/** New tiers take these in turn, as the buyers' map would. */
const COLOURS = ['#6a3d8f', '#a64b00', '#24658f', '#55691a', '#8c3a66', '#5b5f66'];

type Props = { readonly editor: Editor; readonly brush: Signal<string | undefined> };

/** Price tiers to paint with, and the kinds of what is selected. */
export function Paint({ editor, brush }: Props) {
  const t = usePlanTexts().paint;
  const house = editor.house.value;
  const tiers = tiersOf(house);
  const sums = seatsByTier(house);
  const tier = tiers.some((one) => one.tier === brush.value) ? brush.value : tiers[0]?.tier;
  const selection = editor.selection.value;
  const paint = () => {
    if (tier === undefined) return;
    // What is selected is ink in the map; the colour is to be seen.
    editor.selection.value = NOTHING;
    editor.change((before) => paintTier(before, selection, tier));
    announce(t.painted(count(selection.size), tier));
  };
  return (
    <section class={css.part}>
      <h2>{t.title}</h2>
      {tiers.length === 0 ? (
        <p class="soft">{t.noTiers}</p>
      ) : (
        <ul class={css.tiers} aria-label={t.tiers}>
          {tiers.map((one, index) => (
            <li key={one.tier}>
              <label>
                <input
                  type="radio"
                  name="brush"
                  aria-label={`${t.brush}: ${one.tier}`}
                  checked={one.tier === tier}
                  onChange={() => {
                    brush.value = one.tier;
                  }}
                />
                <input
                  type="color"
                  aria-label={t.colour(one.tier)}
                  value={one.colour ?? COLOURS[index % COLOURS.length]}
                  onChange={(event) =>
                    editor.change((before) => colourTier(before, one.tier, event.currentTarget.value))
                  }
                />
              </label>
              <input
                class="input"
                aria-label={t.rename(one.tier)}
                value={one.tier}
                onChange={(event) => {
                  const name = event.currentTarget.value.trim();
                  if (brush.value === one.tier) brush.value = name;
                  editor.change((before) => renameTier(before, one.tier, name));
                }}
              />
              <span class="small soft">{t.inUse(count(sums.get(one.tier) ?? 0))}</span>
              {!sums.has(one.tier) && (
                <button
                  type="button"
                  class="link small"
                  aria-label={t.forget(one.tier)}
                  onClick={() => editor.change((before) => forgetTier(before, one.tier))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddTier editor={editor} brush={brush} colour={COLOURS[tiers.length % COLOURS.length] ?? ''} />
      <button
        type="button"
        class="button quiet"
        aria-disabled={selection.size === 0 || tier === undefined}
        onClick={() => (selection.size === 0 ? announce(t.selectFirst) : paint())}
      >
        {t.paintSelected(tier ?? '–', count(selection.size))}
      </button>
      <Kinds editor={editor} />
    </section>
  );
}

function AddTier({ editor, brush, colour }: Props & { readonly colour: string }) {
  const t = usePlanTexts().paint;
  const [name, setName] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const tier = name.trim();
    if (tier === '') return;
    editor.change((before) => addTier(before, tier, colour));
    brush.value = tier;
    setName('');
  };
  return (
    <form class={css.addTier} onSubmit={add}>
      <TextField isLive label={t.tierName} value={name} onCommit={setName} />
      <button type="submit" class="button quiet">
        {t.add}
      </button>
    </form>
  );
}

function Kinds({ editor }: { readonly editor: Editor }) {
  const t = usePlanTexts().paint;
  const selection = editor.selection.value;
  const kinds = kindsIn(editor.house.value, selection);
  return (
    <fieldset class="choices" aria-label={t.kinds}>
      {SEAT_KINDS.map((kind) => {
        const seats = kinds.get(kind) ?? 0;
        const isAll = seats > 0 && seats === selection.size;
        return (
          <label key={kind}>
            <input
              type="checkbox"
              disabled={selection.size === 0}
              checked={isAll}
              indeterminate={seats > 0 && !isAll}
              onChange={() => editor.change((before) => setKind(before, selection, kind, !isAll))}
            />
            {t.kindOf[kind]}
          </label>
        );
      })}
    </fieldset>
  );
}
