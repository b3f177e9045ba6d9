import type { ComponentChildren } from 'preact';
import { Dialog } from './Dialog';
import shape from './Dialog.module.css';

type Props = {
  readonly title: string;
  /** What follows when it is done. */
  readonly children: ComponentChildren;
  /** Why it was not done. */
  readonly problem: ComponentChildren;
  readonly act: { readonly isPending: boolean; readonly mutate: () => void };
  readonly words: { readonly now: string; readonly underWay?: string; readonly not: string };
  readonly isDangerous?: boolean;
  readonly onClose: () => void;
};

/** Asks before something is done. A second press while it is under way does nothing. */
export function AskDialog({ title, children, problem, act, words, isDangerous = false, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {problem}
      <div class={shape.actions}>
        <button
          type="button"
          class={isDangerous ? 'button danger' : 'button'}
          aria-disabled={act.isPending}
          onClick={() => act.isPending || act.mutate()}
        >
          {act.isPending ? (words.underWay ?? words.now) : words.now}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {words.not}
        </button>
      </div>
    </Dialog>
  );
}
