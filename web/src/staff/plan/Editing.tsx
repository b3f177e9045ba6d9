import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { asProblem } from '../../api/problem';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { saveFile } from '../../parts/saveFile';
import { count } from '../../texts/format';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import { dropDraft, isNew } from './drafts';
import type { Editor } from './editor';
import { Findings } from './Findings';
import { HouseFields } from './HouseFields';
import { HouseMap } from './HouseMap';
import { written } from './model/file';
import { capacityOf } from './model/house';
import { removeSeats } from './model/paint';
import { NOTHING } from './model/selection';
import { tiersOf } from './model/tiers';
import { Paint } from './Paint';
import css from './Plan.module.css';
import { Sections } from './Sections';
import { TOOLS, type Tool } from './strokes';
import { usePlanTexts } from './texts';
import { useFindings } from './useFindings';
import { useLeaveWarning } from './useLeaveWarning';
import { type Saving, useSaving } from './useSaving';
import { exportPretix } from './venues';

/** A house while somebody draws it: the map, and beside it the list that does all of the same. */
export function Editing({ editor }: { readonly editor: Editor }) {
  const t = usePlanTexts();
  const house = editor.house.value;
  const saving = useSaving(editor);
  const findings = useFindings(house);
  const tool = useSignal<Tool>('select');
  const brush = useSignal<string | undefined>(undefined);
  const marked = useMemo(
    () => new Set(findings.flatMap(({ at: { section } }) => (section === undefined ? [] : [section]))),
    [findings],
  );
  useTitle(house.name || t.plans.title);
  useKeys(editor, saving);
  useLeaveWarning(editor.isChanged.value, t.leave);
  const tier = tiersOf(house).find((one) => one.tier === brush.value)?.tier ?? tiersOf(house)[0]?.tier;
  return (
    <div class={css.page}>
      <Head editor={editor} saving={saving} />
      <div class={css.drawing}>
        <Tools editor={editor} tool={tool.value} onChoose={(chosen) => (tool.value = chosen)} />
        <HouseMap editor={editor} tool={tool.value} tier={tier} findings={findings} />
      </div>
      <div class={css.list}>
        <Findings editor={editor} findings={findings} />
        <HouseFields editor={editor} />
        <Paint editor={editor} brush={brush} />
        <Sections editor={editor} marked={marked} />
      </div>
    </div>
  );
}

type Props = { readonly editor: Editor; readonly saving: Saving };

function Head({ editor, saving }: Props) {
  const t = usePlanTexts();
  const house = editor.house.value;
  const { past, future } = editor.history.value;
  return (
    <header class={css.head}>
      <div class="bar">
        <div>
          <a class="small" href={staffPath.plans}>
            {t.back}
          </a>
          <h1 tabIndex={-1}>{house.name || t.house.title}</h1>
          <p class="small soft">{t.seats(count(capacityOf(house)))}</p>
        </div>
        <div class="actions">
          <button
            type="button"
            class="button quiet"
            aria-disabled={past.length === 0}
            onClick={editor.undo}
            title="Ctrl+Z"
          >
            {t.undo}
          </button>
          <button
            type="button"
            class="button quiet"
            aria-disabled={future.length === 0}
            onClick={editor.redo}
            title="Ctrl+Y"
          >
            {t.redo}
          </button>
          <Exports editor={editor} />
          <button
            type="button"
            class="button"
            aria-disabled={saving.isBusy}
            onClick={saving.save}
            title="Ctrl+S"
          >
            {saving.isBusy ? t.saving : t.save}
          </button>
        </div>
      </div>
      <p class="small" role="status">
        {stateWords(t, editor, saving)}
      </p>
      <Trouble editor={editor} saving={saving} />
    </header>
  );
}

function stateWords(t: ReturnType<typeof usePlanTexts>, editor: Editor, { isDone }: Saving): string {
  if (isDone) return t.saved;
  if (!editor.isChanged.value) return `${t.isSaved} ${t.newPlan}`;
  return `${editor.isKept.value ? t.kept : t.notKept} ${t.newPlan}`;
}

/** What the API said instead of saving. What was drawn stays whatever it is. */
function Trouble({ editor, saving: { problem, save, saveOver } }: Props) {
  const t = usePlanTexts().stale;
  if (problem === undefined) return null;
  if (problem.code !== 'stale')
    return <StaffProblem error={problem} {...(problem.isPassing ? { onRetry: save } : {})} />;
  const openTheirs = async () => {
    await dropDraft(editor.draftId);
    location.reload();
  };
  return (
    <div class={css.stale} role="alert">
      <p>{t.text}</p>
      <div class="actions">
        <button type="button" class="button" onClick={saveOver}>
          {t.mine}
        </button>
        <button type="button" class="button quiet" onClick={openTheirs}>
          {t.theirs}
        </button>
      </div>
    </div>
  );
}

const JSON_TYPE = 'application/json';

function Exports({ editor }: { readonly editor: Editor }) {
  const t = usePlanTexts();
  const { api } = useApp();
  const failure = useSignal<unknown>(undefined);
  const { name } = editor.house.value;
  const pretix = async () => {
    try {
      failure.value = undefined;
      const plan = await exportPretix(api, editor.draftId);
      saveFile(`${name}.pretix.json`, JSON_TYPE, JSON.stringify(plan));
    } catch (error) {
      failure.value = asProblem(error);
    }
  };
  return (
    <>
      <button
        type="button"
        class="button quiet"
        onClick={() => saveFile(`${name || 'house'}.json`, JSON_TYPE, written(editor.house.value))}
      >
        {t.export}
      </button>
      {!isNew(editor.draftId) && (
        <button type="button" class="button quiet" title={t.exportPretixWhat} onClick={pretix}>
          {t.exportPretix}
        </button>
      )}
      {failure.value !== undefined && <StaffProblem error={failure.value} />}
    </>
  );
}

type ToolProps = {
  readonly editor: Editor;
  readonly tool: Tool;
  readonly onChoose: (tool: Tool) => void;
};

/** What a mouse does in the map, and what is selected there or in the list. */
function Tools({ editor, tool, onChoose }: ToolProps) {
  const t = usePlanTexts();
  const { size } = editor.selection.value;
  return (
    <div class={css.tools}>
      <fieldset aria-label={t.tool}>
        {TOOLS.map((each) => (
          <label key={each}>
            <input type="radio" name="tool" checked={each === tool} onChange={() => onChoose(each)} />
            {t.tools[each]}
          </label>
        ))}
      </fieldset>
      <div class={css.small}>
        <span role="status">{size === 0 ? t.nothingSelected : t.selected(count(size))}</span>
        <button type="button" disabled={size === 0} onClick={() => removeSelected(editor, t.removed)}>
          {t.removeSeats}
        </button>
        <button
          type="button"
          disabled={size === 0}
          onClick={() => {
            editor.selection.value = NOTHING;
          }}
        >
          {t.clear}
        </button>
      </div>
    </div>
  );
}

function removeSelected(editor: Editor, said: (count: string) => string): void {
  const selection = editor.selection.value;
  if (selection.size === 0) return;
  editor.selection.value = NOTHING;
  editor.change((house) => removeSeats(house, selection));
  announce(said(count(selection.size)));
}

/** Ctrl+Z, Ctrl+Y, Ctrl+S anywhere; in a field undoing what is being written stays the browser's. */
function useKeys(editor: Editor, saving: Saving): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const act = actOf(event, editor, saving);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

function actOf(event: KeyboardEvent, editor: Editor, saving: Saving): (() => unknown) | undefined {
  const key = event.key.toLowerCase();
  if (key === 's') return saving.save;
  if (isWriting(event.target)) return undefined;
  if (key === 'y' || (key === 'z' && event.shiftKey)) return editor.redo;
  return key === 'z' ? editor.undo : undefined;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.value !== target.defaultValue && target.type === 'text';
