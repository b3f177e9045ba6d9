import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { SeatMap } from '../api/types';
import { type Choice, withBest, withPartySize } from '../purchase/choice';
import { useTexts } from '../texts';
import { bestSection, hasLeft } from './best';
import css from './Seats.module.css';

const LARGEST_PARTY = 8;
const ANY = '';

type Props = { readonly map: SeatMap; readonly choice: Signal<Choice>; readonly most: number };

/** How many go, and one tap that asks the house for its best places for them. */
export function BestAvailable({ map, choice, most }: Props) {
  const t = useTexts().seats;
  const [sectionId, setSectionId] = useState(ANY);
  const parties = Array.from({ length: Math.min(LARGEST_PARTY, most) }, (_, index) => index + 1);
  const people = Math.min(choice.value.partySize, parties.length);
  const asked = map.sections.find((section) => section.sectionId === sectionId);
  const section =
    asked === undefined ? bestSection(map, people) : hasLeft(asked, people) ? sectionId : undefined;
  const ask = () => {
    if (section !== undefined) choice.value = withBest(choice.value, section, people);
  };
  return (
    <div class={css.best}>
      <label>
        {t.party}
        <select
          value={people}
          onChange={(event) => {
            choice.value = withPartySize(choice.value, Number(event.currentTarget.value));
          }}
        >
          {parties.map((size) => (
            <option key={size} value={size}>
              {t.people(size)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.where}
        <select value={sectionId} onChange={(event) => setSectionId(event.currentTarget.value)}>
          <option value={ANY}>{t.anywhere}</option>
          {map.sections.map((each) => (
            <option key={each.sectionId} value={each.sectionId}>
              {t.section(each.sectionId)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button quiet" aria-disabled={section === undefined} onClick={ask}>
        {t.bestAvailable}
      </button>
      {section === undefined && (
        <p class="small" role="status">
          {t.notSoMany(people)}
        </p>
      )}
    </div>
  );
}
