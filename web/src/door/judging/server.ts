import type { Api } from '../../api/client';
import { answered, done } from '../../api/client';
import type { DoorView, ScanVerdict } from '../../api/types';

export type ScanAsked = {
  readonly scanId: string;
  readonly code: string;
  readonly scannedAt: string;
  readonly scanner: string;
  /** Somebody is in already. */
  readonly offline?: boolean;
};

/** What a door asks of the API. Each call throws an `ApiProblem`. */
export type DoorServer = {
  readonly judge: (performanceId: string, scans: readonly ScanAsked[]) => Promise<readonly ScanVerdict[]>;
  readonly look: (performanceId: string) => Promise<DoorView>;
  readonly takeBack: (performanceId: string, ticketId: string) => Promise<unknown>;
};

/** A network that has not answered by then never will. */
const ANSWER_MS = 15_000;

export function doorServer(api: Api): DoorServer {
  const signal = () => AbortSignal.timeout(ANSWER_MS);
  return {
    judge: async (performanceId, scans) => {
      const { items } = await answered(
        api.POST('/admin/performances/{performanceId}/admissions', {
          params: { path: { performanceId } },
          body: { scans: [...scans] },
          signal: signal(),
        }),
      );
      return items;
    },
    look: (performanceId) =>
      answered(
        api.GET('/admin/performances/{performanceId}/door', {
          params: { path: { performanceId } },
          cache: 'no-store',
          signal: signal(),
        }),
      ),
    takeBack: (performanceId, ticketId) =>
      done(
        api.DELETE('/admin/performances/{performanceId}/admissions/{ticketId}', {
          params: { path: { performanceId, ticketId } },
          signal: signal(),
        }),
      ),
  };
}
