import { useState } from 'preact/hooks';
import { announce } from '../../app/announce';
import { count } from '../../texts/format';
import type { Editor } from './editor';
import { NumberField, Opening, TextField } from './Fields';
import { changeRow, type RowFields, removeRow, renumberRow, straightenRow } from './model/edit';
import { pitchOf, type Row, type SeatedSection, seatsIn } from './model/house';
import { seatsOf, tidy } from './model/row';
import { readRow, writeRow } from './model/rowText';
import { NOTHING, refOf, refsOfRow, toggled } from './model/selection';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';

type Props = { readonly editor: Editor; readonly section: SeatedSection; readonly index: number };

/** A section's rows, of which one is open. */
export function Rows({ editor, section, index }: Props) {
  const t = usePlanTexts().rows;
  const { current } = editor;
  return (
    <>
      {section.rows.map((row, at) => (
        <Opening
          key={at}
          level={4}
          id={`row-${index}-${at}`}
          class={css.row}
          isOpen={current.value.row === at}
          onToggle={() => {
            current.value = current.value.row === at ? { section: index } : { section: index, row: at };
          }}
          title={
            <>
              <span>{t.summary(row.label ?? row.row, count(seatsIn(row)))}</span>
              <span class="soft small">{tiersIn(row, section.tier)}</span>
            </>
          }
        >
          <RowPanel editor={editor} row={row} section={index} index={at} />
          <Seats editor={editor} row={row} section={index} index={at} />
        </Opening>
      ))}
    </>
  );
}

const tiersIn = ({ tiers }: Row, ofSection = '–'): string =>
  [...new Set(tiers?.map(({ tier }) => tier || '–') ?? [ofSection])].join(', ');

type RowProps = {
  readonly editor: Editor;
  readonly row: Row;
  readonly section: number;
  readonly index: number;
};

function RowPanel({ editor, row, section, index }: RowProps) {
  const t = usePlanTexts().rows;
  const [unreadable, setUnreadable] = useState<string>();
  const pitch = pitchOf(editor.house.value);
  const set = (fields: { readonly [K in keyof RowFields]?: RowFields[K] | undefined }) =>
    editor.change((house) => changeRow(house, section, index, fields));
  const renumber = (text: string) => {
    const seats = readRow(text);
    setUnreadable('unreadable' in seats ? seats.unreadable : undefined);
    if (!('unreadable' in seats)) editor.change((house) => renumberRow(house, section, index, seats));
  };
  const y = row.y ?? (row.positions === undefined ? index * pitch : 0);
  return (
    <div class="form">
      <TextField label={t.row} value={row.row} onCommit={(name) => set({ row: name.trim() })} />
      <TextField
        label={t.label}
        what={t.labelWhat}
        value={row.label ?? ''}
        onCommit={(label) => set({ label: label === '' ? undefined : label })}
      />
      <div class="whole">
        <TextField
          label={t.numbers}
          what={t.numbersWhat}
          wrong={unreadable === undefined ? undefined : t.unreadable(unreadable)}
          value={writeRow({
            numbers: seatsOf(row).map(({ number }) => number),
            gapsAfter: row.gapsAfter ?? [],
          })}
          onCommit={renumber}
        />
      </div>
      <NumberField
        label={t.x}
        value={tidy((row.x ?? 0) / pitch)}
        step={0.5}
        onCommit={(x) => set({ x: x === 0 ? undefined : x * pitch })}
      />
      <NumberField label={t.y} value={tidy(y / pitch)} step={0.5} onCommit={(to) => set({ y: to * pitch })} />
      {row.positions === undefined ? (
        <NumberField
          label={t.curve}
          value={tidy((row.curve ?? 0) / pitch)}
          step={0.5}
          onCommit={(curve) => set({ curve: curve === 0 ? undefined : curve * pitch })}
        />
      ) : (
        <p class="small">
          {t.oneByOne}{' '}
          <button
            type="button"
            class="link"
            onClick={() => editor.change((house) => straightenRow(house, section, index))}
          >
            {t.straighten}
          </button>
        </p>
      )}
    </div>
  );
}

/** Seats to select one by one or by a text of their numbers, and what is known of each. */
function Seats({ editor, row, section, index }: RowProps) {
  const { rows: t, paint } = usePlanTexts();
  const [missing, setMissing] = useState<string>();
  const { selection } = editor;
  const seats = seatsOf(row);
  const select = (text: string) => {
    const asked = readRow(text);
    const numbers = 'unreadable' in asked ? [] : asked.numbers.map(String);
    const unknown =
      'unreadable' in asked
        ? [asked.unreadable]
        : numbers.filter((number) => !seats.some((seat) => String(seat.number) === number));
    setMissing(unknown.length === 0 ? undefined : unknown.join(', '));
    const found = seats.flatMap((seat, at) =>
      numbers.includes(String(seat.number)) ? [refOf({ section, row: index, seat: at })] : [],
    );
    selection.value = new Set([...selection.value, ...found]);
  };
  const remove = () => {
    selection.value = NOTHING;
    editor.current.value = { section };
    editor.change((house) => removeRow(house, section, index));
    announce(t.removed(row.row));
  };
  return (
    <>
      <div class={css.small}>
        <button
          type="button"
          onClick={() => {
            selection.value = toggled(selection.value, refsOfRow(editor.house.value, section, index));
          }}
        >
          {t.selectAll}
        </button>
        <button type="button" class={css.danger} onClick={remove}>
          {t.remove}
        </button>
      </div>
      <TextField
        label={t.select}
        what={t.selectWhat}
        wrong={missing === undefined ? undefined : t.noSuchSeat(missing)}
        value=""
        onCommit={select}
      />
      <fieldset class={css.seats} aria-label={t.seats}>
        {seats.map(({ number, tier, kinds, label }, at) => {
          const ref = refOf({ section, row: index, seat: at });
          const words = [tier ?? '', ...kinds.map((kind) => paint.kindOf[kind])].filter(Boolean).join(', ');
          return (
            <label key={ref}>
              <input
                type="checkbox"
                checked={selection.value.has(ref)}
                onChange={() => {
                  selection.value = toggled(selection.value, [ref]);
                }}
              />
              {t.seat(String(label ?? number), words)}
            </label>
          );
        })}
      </fieldset>
    </>
  );
}
