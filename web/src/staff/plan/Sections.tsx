import { useSignal } from '@preact/signals';
import { announce } from '../../app/announce';
import { count } from '../../texts/format';
import { AddRows } from './AddRows';
import type { Editor } from './editor';
import { ChoiceField, NumberField, Opening, TextField } from './Fields';
import {
  addSection,
  changeSection,
  copySection,
  freeName,
  moveSection,
  removeSection,
  type SectionFields,
} from './model/edit';
import { type House, MOST, pitchOf, type Section, seatsOfSection } from './model/house';
import { isPlaced, nextPlace, placed } from './model/place';
import { tidy } from './model/row';
import { NOTHING, refsOfSection } from './model/selection';
import { tiersOf } from './model/tiers';
import css from './Plan.module.css';
import { Rows } from './Rows';
import { usePlanTexts } from './texts';

/** All that the map shows, to read and to change: sections, their rows, their seats. One of each is open. */
export function Sections({
  editor,
  marked,
}: {
  readonly editor: Editor;
  readonly marked: ReadonlySet<number>;
}) {
  const { sections: t, rows } = usePlanTexts();
  const house = editor.house.value;
  const { current } = editor;
  const isAdding = useSignal(false);
  const add = (make: (name: string, y: number) => Section, first: string) => {
    editor.change((before) => {
      const here = placed(before);
      return addSection(here, make(freeName(here, first), nextPlace(here) * pitchOf(here)));
    });
    const index = editor.house.value.sections.length - 1;
    current.value = { section: index };
    announce(t.added(editor.house.value.sections[index]?.sectionId ?? ''));
  };
  const tier = tiersOf(house)[0]?.tier;
  const ofTier = tier === undefined ? {} : { tier };
  return (
    <section class={css.part}>
      <h2>{t.title}</h2>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            add((sectionId, y) => ({ sectionId, ...ofTier, kind: 'seated', x: 0, y, rows: [] }), 'A')
          }
        >
          {t.addSeated}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            add((sectionId, y) => ({ sectionId, ...ofTier, kind: 'standing', x: 0, y, capacity: 100 }), 'P')
          }
        >
          {t.addStanding}
        </button>
        {!isPlaced(house) && (
          <button type="button" class="button quiet" onClick={() => editor.change(placed)}>
            {t.place}
          </button>
        )}
      </div>
      {house.sections.length === 0 && <p class="soft">{t.none}</p>}
      {house.sections.map((section, index) => (
        <Opening
          key={index}
          level={3}
          id={`section-${index}`}
          class={css.section}
          isOpen={current.value.section === index}
          onToggle={() => {
            current.value = current.value.section === index ? {} : { section: index };
          }}
          title={<Summary section={section} isMarked={marked.has(index)} />}
        >
          <Fields editor={editor} house={house} section={section} index={index} />
          <Actions editor={editor} section={section} index={index} />
          {section.kind === 'seated' && (
            <>
              <Opening
                level={4}
                class={css.row}
                isOpen={isAdding.value || section.rows.length === 0}
                onToggle={() => {
                  isAdding.value = !isAdding.value;
                }}
                title={<span>{rows.add}</span>}
              >
                <AddRows
                  editor={editor}
                  section={section}
                  index={index}
                  onAdd={() => {
                    isAdding.value = true;
                  }}
                />
              </Opening>
              <Rows editor={editor} section={section} index={index} />
            </>
          )}
        </Opening>
      ))}
    </section>
  );
}

function Summary({ section, isMarked }: { readonly section: Section; readonly isMarked: boolean }) {
  const t = usePlanTexts();
  const seats = count(seatsOfSection(section));
  return (
    <>
      <span>{section.name ?? section.sectionId}</span>
      <span class="soft small">
        {[section.floor, section.kind === 'standing' ? t.places(seats) : t.seats(seats)]
          .filter(Boolean)
          .join(' · ')}
        {isMarked && <strong class={css.mark}> ! {t.findings.hint}</strong>}
      </span>
    </>
  );
}

type PartProps = {
  readonly editor: Editor;
  readonly house: House;
  readonly section: Section;
  readonly index: number;
};

const orNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

function Fields({ editor, house, section, index }: PartProps) {
  const t = usePlanTexts().sections;
  const pitch = pitchOf(house);
  const set = (fields: { readonly [K in keyof SectionFields]?: SectionFields[K] | undefined }) =>
    editor.change((before) => changeSection(before, index, fields));
  const tiers = tiersOf(house).map(({ tier }) => [tier, tier] as const);
  const floors = (house.floors ?? []).map((floor) => [floor, floor] as const);
  const inSeats = (value = 0) => tidy(value / pitch);
  return (
    <div class="form">
      <TextField
        label={t.sectionId}
        what={t.sectionIdWhat}
        value={section.sectionId}
        onCommit={(sectionId) => set({ sectionId: sectionId.trim() })}
      />
      <TextField label={t.name} value={section.name ?? ''} onCommit={(name) => set({ name: orNone(name) })} />
      <ChoiceField
        label={t.tier}
        what={t.tierWhat}
        value={section.tier ?? ''}
        choices={[['', t.noTier], ...tiers]}
        onCommit={(tier) => set({ tier: orNone(tier) })}
      />
      <ChoiceField
        label={t.floor}
        value={section.floor ?? ''}
        choices={[['', t.noFloor], ...floors]}
        onCommit={(floor) => set({ floor: orNone(floor) })}
      />
      {section.kind === 'standing' && (
        <NumberField
          label={t.capacity}
          value={section.capacity}
          min={1}
          max={MOST.capacity}
          onCommit={(capacity) => set({ capacity: Math.round(capacity) })}
        />
      )}
      <NumberField
        label={t.x}
        value={inSeats(section.x)}
        step={0.5}
        onCommit={(x) => set({ x: x * pitch })}
      />
      <NumberField
        label={t.y}
        value={inSeats(section.y)}
        step={0.5}
        onCommit={(y) => set({ y: y * pitch })}
      />
      <NumberField
        label={t.rotation}
        value={section.rotation ?? 0}
        min={-360}
        max={360}
        onCommit={(rotation) => set({ rotation: rotation === 0 ? undefined : rotation })}
      />
    </div>
  );
}

function Actions({ editor, section, index }: Omit<PartProps, 'house'>) {
  const t = usePlanTexts().sections;
  const sections = editor.house.value.sections.length;
  const move = (by: -1 | 1) => {
    editor.selection.value = NOTHING;
    editor.change((house) => moveSection(house, index, by));
    editor.current.value = { section: index + by };
  };
  const copy = (isMirrored: boolean) => {
    editor.change((house) => copySection(placed(house), index, isMirrored));
    editor.current.value = { section: sections };
    announce(t.added(editor.house.value.sections[sections]?.sectionId ?? ''));
  };
  const remove = () => {
    editor.selection.value = NOTHING;
    editor.current.value = {};
    editor.change((house) => removeSection(house, index));
    announce(t.removed(section.sectionId));
  };
  return (
    <div class={css.small}>
      {section.kind === 'seated' && (
        <button
          type="button"
          onClick={() => {
            editor.selection.value = new Set(refsOfSection(editor.house.value, index));
          }}
        >
          {t.selectAll}
        </button>
      )}
      <button type="button" onClick={() => copy(false)}>
        {t.copy}
      </button>
      <button type="button" onClick={() => copy(true)}>
        {t.mirror}
      </button>
      <button type="button" disabled={index === 0} onClick={() => move(-1)}>
        {t.up}
      </button>
      <button type="button" disabled={index === sections - 1} onClick={() => move(1)}>
        {t.down}
      </button>
      <button type="button" class={css.danger} onClick={remove}>
        {t.remove}
      </button>
    </div>
  );
}
