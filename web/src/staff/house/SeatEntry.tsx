import { useEffect, useState } from 'preact/hooks';
import type { SeatMap } from '../../api/types';
import { announce } from '../../app/announce';
import css from './House.module.css';
import { useHouseTexts } from './texts';
import { typedSeats } from './typedSeats';

type Props = {
  readonly map: SeatMap;
  readonly button: string;
  /** Given all seats that were understood. Says what became of them. */
  readonly onSeats: (seats: readonly string[]) => string;
  /** How many are chosen. What was said of them goes when none is any more. */
  readonly chosen?: number;
};

/** Seats by what is printed on them, for who sells by keyboard. What is no seat stays in the field. */
export function SeatEntry({ map, button, onSeats, chosen = 0 }: Props) {
  const t = useHouseTexts();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (chosen === 0) setSaid('');
  }, [chosen]);
  const enter = (event: Event) => {
    event.preventDefault();
    const { seats, unknown } = typedSeats(text, map.sections);
    const words = [
      seats.length > 0 ? onSeats(seats) : '',
      unknown.length > 0 ? t.noSuchSeats(unknown.join(', ')) : '',
    ].filter((part) => part !== '');
    setText(unknown.join(', '));
    setSaid(words.join(' '));
    announce(words.join(' '));
  };
  return (
    <form class={css.entry} onSubmit={enter}>
      <label class="field">
        <span>{t.typeSeats}</span>
        <input
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          placeholder={exampleIn(map)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
      </label>
      <button type="submit" class="button quiet" disabled={text.trim() === ''}>
        {button}
      </button>
      {said !== '' && <p class="small">{said}</p>}
    </form>
  );
}

/** The first two seats of this very house. */
function exampleIn({ sections }: SeatMap): string {
  const [first, second] = sections[0]?.seats ?? [];
  if (first === undefined) return '';
  const { sectionId } = sections[0] ?? { sectionId: '' };
  const row = first.row === undefined ? '' : ` ${first.row}`;
  const numbers = [first, second].flatMap((seat) => seat?.number ?? []);
  return `${sectionId}${row} ${numbers.join(' ')}`;
}
