import { useState } from 'preact/hooks';
import { announce } from '../../app/announce';
import { count } from '../../texts/format';
import type { Editor } from './editor';
import { ChoiceField, NumberField, TextField } from './Fields';
import { addRows, type NewRows } from './model/addRows';
import { capacityOf, type House, MOST, type SeatedSection } from './model/house';
import { NUMBERINGS, type Numbering, rowNames } from './model/numbering';
import { numbersOf } from './model/row';
import { readRow, writeRow } from './model/rowText';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';

type Form = {
  readonly first: string | undefined;
  readonly rows: number;
  readonly isWithoutIO: boolean;
  readonly way: 'count' | 'numbers';
  readonly blocks: string;
  readonly growBy: number;
  readonly numbering: Numbering;
  readonly start: number;
  readonly from: 'left' | 'right';
  readonly numbers: string;
  readonly curve: number;
  readonly spacing: number;
  readonly align: NewRows['align'];
};

const FORM: Form = {
  first: undefined,
  rows: 10,
  isWithoutIO: false,
  way: 'count',
  blocks: '8 14 8',
  growBy: 0,
  numbering: 'all',
  start: 1,
  from: 'left',
  numbers: '1-8 | 9-22 | 23-30',
  curve: 0,
  spacing: 1,
  align: 'centre',
};

/** The last form is the next one's beginning: the rows of a house are much alike. */
let last: Form = FORM;

type Props = {
  readonly editor: Editor;
  readonly index: number;
  readonly section: SeatedSection;
  readonly onAdd: () => void;
};

/** Adds any number of rows at once, by how many seats they have or by their numbers. */
export function AddRows({ editor, index, section, onAdd }: Props) {
  const t = usePlanTexts().rows;
  const [form, setForm] = useState<Form>({ ...last, first: undefined });
  const set = (changed: Partial<Form>) => setForm({ ...form, ...changed });
  const first = form.first ?? nextOf(section);
  const spec = specOf({ ...form, first });
  const seats = 'unreadable' in spec ? undefined : spec;
  const submit = (event: Event) => {
    event.preventDefault();
    if (seats === undefined) return;
    last = form;
    onAdd();
    const before = capacityOf(editor.house.value);
    editor.change((house) => addRows(house, index, seats));
    announce(t.added(count(seats.rows), count(capacityOf(editor.house.value) - before)));
    set({ first: undefined });
  };
  return (
    <form class={css.addRows} onSubmit={submit}>
      <div class="form">
        <TextField isLive label={t.first} value={first} onCommit={(value) => set({ first: value })} />
        <NumberField
          isLive
          label={t.count}
          value={form.rows}
          min={1}
          max={MOST.rows}
          onCommit={(rows) => set({ rows })}
        />
        <ChoiceField
          label={t.way}
          value={form.way}
          choices={[
            ['count', t.byCount],
            ['numbers', t.byNumbers],
          ]}
          onCommit={(way) => set({ way })}
        />
        {form.way === 'count' ? (
          <ByCount form={form} set={set} />
        ) : (
          <TextField
            isLive
            label={t.numbers}
            what={t.numbersWhat}
            wrong={'unreadable' in spec ? t.unreadable(spec.unreadable) : undefined}
            value={form.numbers}
            onCommit={(numbers) => set({ numbers })}
          />
        )}
        <NumberField
          isLive
          label={t.curve}
          what={t.curveWhat}
          value={form.curve}
          step={0.5}
          onCommit={(curve) => set({ curve })}
        />
        <NumberField
          isLive
          label={t.spacing}
          value={form.spacing}
          step={0.05}
          min={0.05}
          onCommit={(spacing) => set({ spacing })}
        />
        <ChoiceField
          label={t.align}
          value={form.align}
          choices={(['centre', 'left', 'right'] as const).map((align) => [align, t.aligns[align]])}
          onCommit={(align) => set({ align })}
        />
        <label class={css.tick}>
          <input
            type="checkbox"
            checked={form.isWithoutIO}
            onChange={(event) => set({ isWithoutIO: event.currentTarget.checked })}
          />
          {t.withoutIO}
        </label>
      </div>
      {seats !== undefined && (
        <p class="small">
          {t.preview}: <span class="code">{previewOf(section, seats)}</span>
        </p>
      )}
      <button type="submit" class="button quiet">
        {t.submit}
      </button>
    </form>
  );
}

type PartProps = { readonly form: Form; readonly set: (changed: Partial<Form>) => void };

function ByCount({ form, set }: PartProps) {
  const t = usePlanTexts().rows;
  const isMixed = form.numbering === 'odd-even-out' || form.numbering === 'odd-even-in';
  return (
    <>
      <TextField
        isLive
        label={t.blocks}
        what={t.blocksWhat}
        wrong={blocksIn(form.blocks) === undefined ? t.unreadable(form.blocks) : undefined}
        value={form.blocks}
        onCommit={(blocks) => set({ blocks })}
      />
      <NumberField
        isLive
        label={t.growBy}
        what={t.growByWhat}
        value={form.growBy}
        onCommit={(growBy) => set({ growBy })}
      />
      <ChoiceField
        label={t.numbering}
        value={form.numbering}
        choices={NUMBERINGS.map((numbering) => [numbering, t.numberings[numbering]])}
        onCommit={(numbering) => set({ numbering })}
      />
      <NumberField
        isLive
        label={t.start}
        value={form.start}
        min={0}
        max={999}
        onCommit={(start) => set({ start })}
      />
      <ChoiceField
        label={isMixed ? t.fromOdd : t.from}
        value={form.from}
        choices={[
          ['left', isMixed ? t.leftSide : t.left],
          ['right', isMixed ? t.rightSide : t.right],
        ]}
        onCommit={(from) => set({ from })}
      />
    </>
  );
}

/** After the last row, or 1. */
function nextOf({ rows }: SeatedSection): string {
  const before = rows.at(-1)?.row;
  return before === undefined ? '1' : (rowNames(before, 2)[1] ?? '1');
}

function blocksIn(text: string): number[] | undefined {
  const blocks = text.split(/[\s,+|]+/).filter((word) => word !== '');
  const isGood = blocks.length > 0 && blocks.every((word) => /^\d{1,3}$/.test(word) && Number(word) > 0);
  return isGood ? blocks.map(Number) : undefined;
}

function specOf(form: Form & { readonly first: string }): NewRows | { readonly unreadable: string } {
  const { first, rows, isWithoutIO, curve, spacing, align } = form;
  const common = { first, rows, isWithoutIO, curve, spacing, align };
  if (form.way === 'numbers') {
    const seats = readRow(form.numbers);
    return 'unreadable' in seats ? seats : { ...common, seats };
  }
  const { growBy, numbering, start, from } = form;
  const blocks = blocksIn(form.blocks);
  if (blocks === undefined) return { unreadable: form.blocks };
  return { ...common, seats: { blocks, growBy, numbering, start, from } };
}

/** What the first of them will be, by adding it to a house of its own. */
function previewOf(section: SeatedSection, spec: NewRows): string {
  const house: House = { name: '', timeZone: '', sections: [{ ...section, rows: [] }] };
  const [drawn] = addRows(house, 0, { ...spec, rows: 1 }).sections;
  const [row] = drawn?.kind === 'seated' ? drawn.rows : [];
  return row === undefined ? '' : writeRow({ numbers: numbersOf(row), gapsAfter: row.gapsAfter ?? [] });
}
