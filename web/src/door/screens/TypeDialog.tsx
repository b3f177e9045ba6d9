import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import shape from '../../parts/Dialog.module.css';
import { placeOf, seatWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { useDoorTexts } from '../app/texts';
import { asWritten, looksLikeCode } from '../codes/readCode';
import type { Door } from '../judging/door';
import type { TicketKnown } from '../judging/list';
import type { PlacePerformance } from '../kept/store';
import css from './Dialogs.module.css';
import { TicketLine } from './TicketLine';

type Props = {
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly door: Door;
  readonly performance: PlacePerformance;
  readonly onCode: (text: string) => void;
};

const LISTED = 8;

/** A code is checked as if it was scanned. A seat is only looked up: nobody is let in without a code. */
export function TypeDialog({ dialog, door, performance, onCode }: Props) {
  const t = useDoorTexts().type;
  const [text, setText] = useState('');
  const isCode = looksLikeCode(asWritten(text));
  const check = (event: Event) => {
    event.preventDefault();
    if (!isCode) return;
    dialog.current?.close();
    onCode(text);
  };
  return (
    <dialog
      ref={dialog}
      class={`${shape.dialog} ${css.dialog}`}
      aria-labelledby="type-title"
      onClose={() => setText('')}
    >
      <form onSubmit={check}>
        <h2 id="type-title">{t.title}</h2>
        <label class={css.field}>
          {t.label}
          <input
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            autocapitalize="characters"
            autocomplete="off"
            spellcheck={false}
          />
        </label>
        {!isCode && text.trim() !== '' && <Found {...{ door, performance, text }} />}
        <div class={css.actions}>
          <button type="submit" class="button" aria-disabled={!isCode}>
            {t.check}
          </button>
          <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Found({ door, performance, text }: Pick<Props, 'door' | 'performance'> & { readonly text: string }) {
  const t = useDoorTexts().type;
  const { place } = useTexts();
  const asked = text.trim().toLowerCase();
  const named = (ticket: TicketKnown): string[] => {
    const { seatId = '', ticketId } = ticket;
    return [seatId, ticketId, seatWords(place, seatId, placeOf(performance.sections, seatId))];
  };
  const found = [...door.known.value.values()].filter((ticket) =>
    named(ticket).some((name) => name.toLowerCase().includes(asked)),
  );
  if (found.length === 0) return <p role="status">{t.nothing}</p>;
  return (
    <>
      <p role="status">{t.found(found.length)}</p>
      <ul class={css.list}>
        {found.slice(0, LISTED).map((ticket) => (
          <TicketLine key={ticket.ticketId} {...{ ticket, door, performance }} />
        ))}
      </ul>
    </>
  );
}
