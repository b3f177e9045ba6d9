import { signal } from '@preact/signals';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';
import type { NotKept } from './venues';

/** What the plan that a venue was just made from had and a house of ours has not. */
const notes = signal<{ readonly venueId: string; readonly notKept: readonly NotKept[] } | undefined>(
  undefined,
);

export const noteNotKept = (venueId: string, notKept: readonly NotKept[]): void => {
  notes.value = { venueId, notKept };
};

export function NotKeptNote({ venueId }: { readonly venueId: string }) {
  const t = usePlanTexts();
  const note = notes.value;
  if (note?.venueId !== venueId || note.notKept.length === 0) return null;
  return (
    <details class={css.notKept} open>
      <summary>{t.importedNote}</summary>
      <ul lang="en">
        {note.notKept.map(({ pointer, detail }) => (
          <li key={pointer}>
            <span class="code">{pointer}</span> {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
