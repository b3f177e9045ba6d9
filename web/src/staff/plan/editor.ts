import { batch, computed, signal } from '@preact/signals';
import { type Draft, dropDraft, keepDraft } from './drafts';
import type { Place } from './model/checks';
import { begun, did, type History, redone, undone } from './model/history';
import { type House, seatsIn } from './model/house';
import type { Refused } from './model/pointers';
import { NOTHING, refFrom, type Selection } from './model/selection';

export type Editor = ReturnType<typeof openEditor>;

/** What is drawn on one page: the house with its history, what is selected in it, and whether this device keeps it. */
export function openEditor(draft: Draft, savedHouse: House | undefined) {
  const history = signal<History<House>>(begun(draft.house));
  const saved = signal({ house: savedHouse, etag: draft.etag });
  const selection = signal<Selection>(NOTHING);
  const current = signal<Place>({});
  const refused = signal<readonly Refused[]>([]);
  const isKept = signal(true);
  const house = computed(() => history.value.now);
  const isChanged = computed(() => house.value !== saved.value.house);
  let key = draft.key;
  let writing: Promise<unknown> = Promise.resolve();

  /** One write after the other, or an older one might come last. */
  const keep = () => {
    const [now, { etag }, isSaved] = [house.value, saved.value, !isChanged.value];
    const kept: Draft = { draftId: draft.draftId, etag, house: now, changedAtMs: Date.now(), key };
    writing = writing
      .then(() => (isSaved ? dropDraft(draft.draftId) : keepDraft(kept)))
      .then((isDone) => {
        isKept.value = isDone;
      });
    return writing;
  };
  const go = (next: History<House>) => {
    if (next === history.value) return;
    key = crypto.randomUUID();
    batch(() => {
      history.value = next;
      selection.value = pruned(selection.value, next.now);
      refused.value = [];
    });
    keep();
  };
  return {
    draftId: draft.draftId,
    history,
    house,
    saved,
    selection,
    current,
    refused,
    isKept,
    isChanged,
    key: () => key,
    change: (step: (now: House) => House) => go(did(history.value, step(house.value))),
    undo: () => go(undone(history.value)),
    redo: () => go(redone(history.value)),
    /** This very house is the venue's from now on. */
    isSaved: (now: House, etag: string | undefined) => {
      saved.value = { house: now, etag };
      return keep();
    },
  };
}

/** Without seats that are not there any more. */
function pruned(selection: Selection, { sections }: House): Selection {
  const kept = [...selection].filter((ref) => {
    const { section, row, seat } = refFrom(ref);
    const found = sections[section];
    return found?.kind === 'seated' && seat < seatsIn(found.rows[row] ?? {});
  });
  return kept.length === selection.size ? selection : new Set(kept);
}
