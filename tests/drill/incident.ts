import type { Theatre } from '../marquee';

/** Something that happens to the system. */
export type Incident = {
  readonly name: string;
  /** Causes it, waits until it is seen and until it has healed. Says where it is seen. Throws when either does not come. */
  readonly run: (theatre: Theatre) => Promise<string>;
};
