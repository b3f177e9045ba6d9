import { useEffect, useState } from 'preact/hooks';
import { type Finding, findingsIn } from './model/checks';
import type { House } from './model/house';

const REST_MS = 150;

/** What is wrong with the house, looked for when nobody has changed it for a moment. */
export function useFindings(house: House): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>(() => findingsIn(house));
  useEffect(() => {
    const rest = setTimeout(() => setFindings(findingsIn(house)), REST_MS);
    return () => clearTimeout(rest);
  }, [house]);
  return findings;
}
