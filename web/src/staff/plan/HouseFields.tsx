import { useSignal } from '@preact/signals';
import type { Editor } from './editor';
import { NumberField, Opening, TextField } from './Fields';
import { changeFloors, changeHouse } from './model/edit';
import { emptyHouse, type House, pitchOf } from './model/house';
import { tidy } from './model/row';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';

/** What the house says of itself. */
export function HouseFields({ editor }: { readonly editor: Editor }) {
  const t = usePlanTexts().house;
  const house = editor.house.value;
  const pitch = pitchOf(house);
  const isOpen = useSignal(false);
  const stage = house.stage ?? emptyStage(pitch);
  const at = (value: number) => tidy(value / pitch);
  const setStage = (changed: Partial<typeof stage>) =>
    editor.change((before) => changeHouse(before, { stage: { ...stage, ...changed } }));
  return (
    <Opening
      level={2}
      class={css.part}
      isOpen={isOpen.value}
      onToggle={() => {
        isOpen.value = !isOpen.value;
      }}
      title={<span>{t.title}</span>}
    >
      <div class="form">
        <TextField
          label={t.name}
          value={house.name}
          onCommit={(name) => editor.change((before) => changeHouse(before, { name: name.trim() }))}
        />
        <TextField
          label={t.timeZone}
          what={t.timeZoneWhat}
          value={house.timeZone}
          onCommit={(timeZone) =>
            editor.change((before) => changeHouse(before, { timeZone: timeZone.trim() }))
          }
        />
        <TextField
          label={t.floors}
          what={t.floorsWhat}
          value={(house.floors ?? []).join(', ')}
          onCommit={(text) => editor.change((before) => withFloors(before, text))}
        />
        <NumberField
          label={t.stageX}
          what={t.inSeats}
          value={at(stage.x)}
          step={0.5}
          onCommit={(x) => setStage({ x: x * pitch })}
        />
        <NumberField
          label={t.stageY}
          value={at(stage.y)}
          step={0.5}
          onCommit={(y) => setStage({ y: y * pitch })}
        />
        <NumberField
          label={t.stageWidth}
          value={at(stage.width)}
          min={1}
          onCommit={(width) => setStage({ width: width * pitch })}
        />
      </div>
    </Opening>
  );
}

function emptyStage(pitch: number) {
  const { x, y, width } = emptyHouse('', '').stage ?? { x: 0, y: 0, width: 1 };
  return { x: x * pitch, y: y * pitch, width: width * pitch };
}

/** As many floors as before with one that is called otherwise are the same floors. */
function withFloors(house: House, text: string): House {
  const floors = text
    .split(',')
    .map((floor) => floor.trim())
    .filter((floor) => floor !== '');
  const before = house.floors ?? [];
  const changed = floors.flatMap((floor, index) => (floor === before[index] ? [] : [index]));
  const [only] = changed;
  const isRenamed = floors.length === before.length && changed.length === 1 && only !== undefined;
  const names = isRenamed ? ([before[only] ?? '', floors[only] ?? ''] as const) : undefined;
  return changeFloors(house, floors, names);
}
